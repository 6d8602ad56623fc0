package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;

/** Takes recordings apart, up to a number of events and bytes. */
public final class RecordingReader implements SourceHandler {
  private final SourceHandler collector;
  private final long last;
  private long number;
  private long bytes;

  private RecordingReader(SourceHandler collector, long last) {
    this.collector = collector;
    this.last = last;
  }

  /**
   * The recording up to an event. Closes the source.
   *
   * @param last number of the last event of a capture that is wanted
   * @throws SourceException when the recording is damaged before that event, or too large
   */
  public static Recording read(EventSource source, long last) throws SourceException {
    try (source) {
      if (source.info().eventSource().equals(EventSources.K8S_AUDIT)) {
        AuditRecording.Collector audit = new AuditRecording.Collector();
        // Numbers of audit events leave out those that are refused, which are pieces all the same.
        new RecordingReader(audit, Long.MAX_VALUE).readAll(source);
        return audit.recording();
      }
      ScapRecording.Collector capture = new ScapRecording.Collector();
      new RecordingReader(capture, last).readAll(source);
      return capture.recording();
    }
  }

  private void readAll(EventSource source) throws SourceException {
    long most = Runtime.getRuntime().maxMemory() / 8;
    while (number < last && source.poll(this) != EventSource.END) {
      if (bytes > most) {
        throw new SourceException(
            source.info().name(),
            -1,
            "has more than "
                + (most >> 20)
                + " MB before its alert: cut the events out that matter with `falcoc record`,"
                + " or give the JVM more memory (JAVA_OPTS=-Xmx...)");
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    if (number < last) {
      number += raw.numbered() ? 1 : 0;
      bytes += raw.length();
      collector.event(raw);
    }
  }

  @Override
  public void section() {
    if (number < last) {
      collector.section();
    }
  }

  @Override
  public void machine(MachineEntry machine) {
    collector.machine(machine);
  }

  @Override
  public void thread(ThreadEntry thread) {
    collector.thread(thread);
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    collector.descriptor(descriptor);
  }

  @Override
  public void networkInterface(InterfaceEntry networkInterface) {
    collector.networkInterface(networkInterface);
  }

  @Override
  public void user(UserEntry user) {
    collector.user(user);
  }
}
