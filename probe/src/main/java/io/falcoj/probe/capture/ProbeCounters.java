package io.falcoj.probe.capture;

import io.falcoj.probe.schema.EventClass;
import io.falcoj.probe.schema.Layout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The counters of all processors and classes at one moment.
 *
 * @param rows one for each processor and class
 */
public record ProbeCounters(List<ClassCounters> rows) {
  public ProbeCounters {
    rows = List.copyOf(rows);
  }

  static ProbeCounters read(ByteBuffer bytes, int cpus) {
    EventClass[] kinds = EventClass.values();
    List<ClassCounters> rows = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      for (EventClass kind : kinds) {
        int at = (cpu * kinds.length + kind.ordinal()) * Layout.COUNTERS_BYTES;
        rows.add(
            new ClassCounters(
                kind,
                cpu,
                bytes.getLong(at + Layout.COUNTERS_SEEN),
                bytes.getLong(at + Layout.COUNTERS_FILTERED),
                bytes.getLong(at + Layout.COUNTERS_SENT),
                bytes.getLong(at + Layout.COUNTERS_DROPPED),
                bytes.getLong(at + Layout.COUNTERS_CUT)));
      }
    }
    return new ProbeCounters(rows);
  }

  /** Events that were wanted. */
  public long seen() {
    return rows.stream().mapToLong(ClassCounters::seen).sum();
  }

  /** Events that the kernel's filter left out. */
  public long filtered() {
    return rows.stream().mapToLong(ClassCounters::filtered).sum();
  }

  /** Events put into a ring. */
  public long sent() {
    return rows.stream().mapToLong(ClassCounters::sent).sum();
  }

  /** Events lost for want of room. */
  public long dropped() {
    return rows.stream().mapToLong(ClassCounters::dropped).sum();
  }

  /** Events with a text that was too long. */
  public long cut() {
    return rows.stream().mapToLong(ClassCounters::cut).sum();
  }

  /** Events of one class lost for want of room. */
  public long dropped(EventClass kind) {
    return rows.stream().filter(row -> row.kind() == kind).mapToLong(ClassCounters::dropped).sum();
  }
}
