package io.falcoj.benchmarks;

import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A capture held in memory, so that stages behind the reader can be measured without it. */
public final class Recording implements SourceHandler {
  private final List<Consumer<SourceHandler>> snapshot = new ArrayList<>();
  private final RawEvent view = new RawEvent();
  private byte[] bytes = new byte[1 << 20];
  private long[] places = new long[1 << 16];
  private int[] marks = new int[1 << 16];
  private int end;
  private int events;

  /** Reads a capture. */
  public static Recording read(Path capture) throws SourceException {
    Recording recording = new Recording();
    try (EventSource source = ReplaySources.open(capture)) {
      int delivered;
      do {
        delivered = source.poll(recording);
      } while (delivered != EventSource.END);
    }
    return recording;
  }

  /** Number of events. */
  public int size() {
    return events;
  }

  /** Delivers everything but the events. */
  public void begin(SourceHandler handler) {
    handler.section();
    snapshot.forEach(entry -> entry.accept(handler));
  }

  /** Delivers one event. */
  public void deliver(int index, SourceHandler handler) {
    long place = places[index];
    int cpu = marks[index] >>> 8;
    handler.event(view.wrap(bytes, (int) (place >>> 32), (int) place, cpu, marks[index] & 0xFF));
  }

  @Override
  public void event(RawEvent event) {
    int length = event.length();
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + length));
    }
    if (events == places.length) {
      places = Arrays.copyOf(places, events * 2);
      marks = Arrays.copyOf(marks, events * 2);
    }
    System.arraycopy(event.buffer(), event.offset(), bytes, end, length);
    places[events] = (long) end << 32 | length;
    int flags =
        (event.stateOnly() ? RawEvent.FLAG_STATE_ONLY : 0)
            | (event.numbered() ? 0 : RawEvent.FLAG_UNNUMBERED);
    marks[events] = event.cpu() << 8 | flags;
    end += length;
    events++;
  }

  @Override
  public void machine(MachineEntry machine) {
    snapshot.add(handler -> handler.machine(machine));
  }

  @Override
  public void thread(ThreadEntry thread) {
    snapshot.add(handler -> handler.thread(thread));
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    snapshot.add(handler -> handler.descriptor(descriptor));
  }

  @Override
  public void user(UserEntry user) {
    snapshot.add(handler -> handler.user(user));
  }
}
