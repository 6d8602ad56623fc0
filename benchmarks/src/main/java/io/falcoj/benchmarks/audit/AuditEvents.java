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
 * Recorded events in memory: each by itself, and all as a log with one event to a line.
 *
 * @param each JSON of one event
 * @param log all of them
 */
record AuditEvents(List<byte[]> each, byte[] log) {
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
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    while (events.size() < count && !recorded.isEmpty()) {
      for (byte[] event : recorded) {
        events.add(event);
        log.writeBytes(event);
        log.write('\n');
      }
    }
    return new AuditEvents(events, log.toByteArray());
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

  int count() {
    return each.size();
  }
}
