package io.falcoj.compiler.facts;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what was assumed. */
final class Trail {
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /** Notes how a change that was made is taken back. */
  void changed(Runnable back) {
    undo.push(back);
  }

  int mark() {
    return undo.size();
  }

  void backTo(int mark) {
    while (undo.size() > mark) {
      undo.pop().run();
    }
  }
}
