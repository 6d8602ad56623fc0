package io.falcoj.runtime.state;

import org.jspecify.annotations.Nullable;

/**
 * Goes from a thread to its parent, that one's parent and so on, and ends where the parents run in
 * a circle. Reused: {@link #from} begins anew. Order and end as {@code traverse_parent_state} of
 * {@code userspace/libsinsp/thread_manager.cpp}.
 */
public final class AncestorWalk {
  private final ThreadTable threads;
  private @Nullable ThreadInfo slow;
  private @Nullable ThreadInfo fast;

  AncestorWalk(ThreadTable threads) {
    this.threads = threads;
  }

  /** Stands before the parent of {@code thread}. */
  public AncestorWalk from(ThreadInfo thread) {
    slow = threads.find(thread.ptid);
    fast = parent(slow);
    return this;
  }

  /** The next ancestor, or null after the last. */
  public @Nullable ThreadInfo next() {
    ThreadInfo current = slow;
    if (current == null || current.tid == -1) {
      slow = null;
      return null;
    }
    slow = threads.find(current.ptid);
    for (int i = 0; i < 2; i++) {
      fast = parent(fast);
      if (slow != null && (slow == fast || slow.tid == slow.ptid)) {
        slow = null;
      }
    }
    return current;
  }

  private @Nullable ThreadInfo parent(@Nullable ThreadInfo thread) {
    return thread == null ? null : threads.find(thread.ptid);
  }
}
