package io.falcoj.runtime.state.current;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.ThreadInfo;

/** Page faults and memory use, which several events carry. */
public final class MemoryFigures {
  private static final int CLONE_MAJOR_FAULTS = 8;

  private MemoryFigures() {}

  /** From a clone or execve event. */
  public static void read(Event e, ThreadInfo thread) {
    read(e, CLONE_MAJOR_FAULTS, thread, thread);
  }

  private static void read(Event e, int first, ThreadInfo thread, ThreadInfo process) {
    if (!e.has(first + 4)) {
      return;
    }
    thread.majorFaults = Params.number(e, first);
    thread.minorFaults = Params.number(e, first + 1);
    process.vmSizeKb = Params.number(e, first + 2);
    process.vmRssKb = Params.number(e, first + 3);
    process.vmSwapKb = Params.number(e, first + 4);
  }

  /** {@code switch}. */
  public static void contextSwitch(Current c) {
    ThreadInfo thread = c.thread;
    if (thread == null || !c.event.has(5)) {
      return;
    }
    ThreadInfo main = thread.main();
    if (main == null) {
      thread.majorFaults = Params.number(c.event, 1);
      thread.minorFaults = Params.number(c.event, 2);
      return;
    }
    read(c.event, 1, thread, main);
  }

  /** {@code brk}, {@code mmap}, {@code mmap2}, {@code munmap}. */
  public static void mapping(Current c) {
    ThreadInfo thread = c.thread;
    if (thread == null) {
      return;
    }
    if (c.event.has(1)) {
      thread.vmSizeKb = Params.number(c.event, 1);
    }
    if (c.event.has(3)) {
      thread.vmRssKb = Params.number(c.event, 2);
      thread.vmSwapKb = Params.number(c.event, 3);
    }
  }
}
