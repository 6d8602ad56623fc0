package io.falcoj.compiler.pushdown;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.pushdown.FilterTwin;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import java.util.Arrays;

/** A recording of which only those events come that a plan lets pass. */
final class FilteredSource implements EventSource {
  private final EventSource source;
  private final FilterTwin twin;
  private final long[] seen = new long[1024];
  private final long[] sent = new long[1024];

  FilteredSource(EventSource source, PushdownPlan plan) {
    this.source = source;
    this.twin = new FilterTwin(plan);
  }

  /** Events of that type that the recording has. */
  long seen(int code) {
    return seen[code];
  }

  /** Those of them that came. */
  long sent(int code) {
    return sent[code];
  }

  /** Events of all types that did not come. */
  long dropped() {
    return Arrays.stream(seen).sum() - Arrays.stream(sent).sum();
  }

  @Override
  public SourceInfo info() {
    return source.info().leavingOut();
  }

  @Override
  public int poll(SourceHandler handler) throws SourceException {
    return source.poll(new Passing(handler));
  }

  @Override
  public void close() {
    source.close();
  }

  private final class Passing implements SourceHandler {
    private final SourceHandler handler;

    Passing(SourceHandler handler) {
      this.handler = handler;
    }

    @Override
    public void event(RawEvent event) {
      int code = EventHeader.type(event.buffer(), event.offset());
      seen[code]++;
      if (twin.passes(event.buffer(), event.offset(), event.length())) {
        sent[code]++;
        handler.event(event);
      }
    }

    @Override
    public void section() {
      handler.section();
    }

    @Override
    public void machine(MachineEntry machine) {
      handler.machine(machine);
    }

    @Override
    public void thread(ThreadEntry thread) {
      handler.thread(thread);
    }

    @Override
    public void descriptor(FdEntry descriptor) {
      handler.descriptor(descriptor);
    }

    @Override
    public void networkInterface(InterfaceEntry networkInterface) {
      handler.networkInterface(networkInterface);
    }

    @Override
    public void user(UserEntry user) {
      handler.user(user);
    }

    @Override
    public void warning(String message, long offset) {
      handler.warning(message, offset);
    }
  }
}
