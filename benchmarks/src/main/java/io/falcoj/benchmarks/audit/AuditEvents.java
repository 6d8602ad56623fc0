package io.falcoj.benchmarks.audit;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditLogSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recorded events in memory, as a log with one event to a line: everybody reads the same bytes.
 *
 * @param log all of them
 * @param places of the first byte of each event, and of what would be the next one's
 */
record AuditEvents(byte[] log, int[] places) {
  /**
   * The events of all logs below a directory, over and over.
   *
   * @param count how many at least
   */
  static AuditEvents read(Path directory, int count) throws IOException, SourceException {
    List<byte[]> recorded = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        read(file, recorded);
      }
    }
    List<byte[]> events = new ArrayList<>();
    while (events.size() < count && !recorded.isEmpty()) {
      events.addAll(recorded);
    }
    return of(events);
  }

  static AuditEvents of(List<byte[]> events) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    int[] places = new int[events.size() + 1];
    for (int i = 0; i < events.size(); i++) {
      log.writeBytes(events.get(i));
      log.write('\n');
      places[i + 1] = log.size();
    }
    return new AuditEvents(log.toByteArray(), places);
  }

  private static void read(Path file, List<byte[]> events) throws SourceException {
    try (AuditLogSource source = AuditLogSource.open(file, AuditLogOptions.DEFAULT)) {
      int delivered;
      do {
        delivered =
            source.poll(
                raw ->
                    events.add(
                        Arrays.copyOfRange(
                            raw.buffer(), raw.offset(), raw.offset() + raw.length())));
      } while (delivered != EventSource.END);
    }
  }

  /** One of these. */
  AuditEvents one(int event) {
    return of(List.of(Arrays.copyOfRange(log, start(event), start(event) + length(event))));
  }

  int count() {
    return places.length - 1;
  }

  int start(int event) {
    return places[event];
  }

  /** Bytes of an event without the end of its line. */
  int length(int event) {
    return places[event + 1] - 1 - places[event];
  }
}
