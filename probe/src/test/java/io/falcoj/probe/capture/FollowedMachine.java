package io.falcoj.probe.capture;

import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.track.StateTracker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state as snapshot and events make it. */
final class FollowedMachine implements SourceHandler {
  /** Threads of events of which nothing was known, with the last such time. */
  final Map<Long, Long> unknown = new HashMap<>();

  final Set<Long> ended = new HashSet<>();
  long firstLook = Long.MAX_VALUE;
  int events;
  private final StateTables tables = new StateTables(StateLimits.STANDARD);
  private final EventState state = new EventState();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final Event event = new Event();

  @Nullable ThreadInfo thread(long tid) {
    return tables.thread(tid);
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, ++events)) {
      return;
    }
    tracker.beforeMatch(event);
    if (state.thread != null && state.thread.isInvalid()) {
      unknown.put(event.tid(), event.timestamp());
    }
    if (event.type().name().equals("procexit")) {
      ended.add(event.tid());
    }
    tracker.afterMatch(event);
  }

  @Override
  public void section() {
    tracker.section();
  }

  @Override
  public void thread(ThreadEntry thread) {
    firstLook = Math.min(firstLook, thread.seenAt);
    tracker.thread(thread);
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    tracker.descriptor(descriptor);
  }
}
