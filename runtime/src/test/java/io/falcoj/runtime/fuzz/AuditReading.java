package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPath.Reach;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditLogSource;
import io.falcoj.runtime.source.audit.AuditReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit log gave: events, what was said, and how it ended. */
final class AuditReading implements SourceHandler {
  private static final AuditLogOptions SMALL = new AuditLogOptions(2048, 12);

  private static final List<JsonPath> PATHS =
      List.of(
          JsonPath.of(Reach.VALUE, List.of("verb")),
          JsonPath.of(Reach.VALUE, List.of("user", "username")),
          JsonPath.of(Reach.MEMBERS, List.of("user", "groups")),
          JsonPath.of(Reach.EVERYTHING, List.of("requestObject", "spec")));

  private final JsonPaths wanted = JsonPaths.of(PATHS);
  private final List<String> said = new ArrayList<>();
  private long events;
  private long refused;

  private AuditReading() {}

  /** By the reader alone, whose counters have to add up. */
  static List<String> ofReader(byte[] log, int most) throws IOException {
    AuditReading reading = new AuditReading();
    AuditReader reader = new AuditReader(SMALL);
    reader.open(pieces(log, most), Long.MAX_VALUE);
    int damage = 0;
    try {
      while (reader.read(100, reading) == 100) {
        // all of it
      }
    } catch (JsonException e) {
      reading.ends(e.offset(), "damaged JSON: " + e.getMessage());
      damage = 1;
    }
    assertThat(reader.delivered()).isEqualTo(reading.events);
    assertThat(reader.refused()).isEqualTo(reading.refused + damage);
    assertThat(reader.firstRefusal() == null).isEqualTo(reader.refused() == 0);
    assertThat(reader.offset()).isBetween(0L, (long) log.length);
    return reading.said;
  }

  /** As a file is read; null for what would be unpacked. */
  static @Nullable List<String> ofSource(byte[] log) {
    boolean packed = log.length > 1 && log[0] == 0x1F && log[1] == (byte) 0x8B;
    AuditReading reading = new AuditReading();
    try (AuditLogSource source = new AuditLogSource("fuzz", pieces(log, log.length), SMALL)) {
      while (source.poll(reading) != EventSource.END) {
        // all of it
      }
    } catch (SourceException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
      reading.ends(e.offset(), e.getMessage());
    }
    return packed ? null : reading.said;
  }

  private static InputStream pieces(byte[] log, int most) {
    return new ByteArrayInputStream(log) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, most));
      }
    };
  }

  private void ends(long offset, String message) {
    assertThat(offset).isNotNegative();
    said.add(offset + ": " + message);
  }

  @Override
  public JsonPaths wantedPaths() {
    return wanted;
  }

  /** The index of what is looked at holds what an index of everything does. */
  @Override
  public void event(RawEvent raw) {
    events++;
    said.add(
        new String(raw.buffer(), raw.offset(), raw.length(), StandardCharsets.ISO_8859_1)
            + raw.timestamp());
    JsonDocument index = raw.document();
    assertThat(index).isNotNull();
    JsonDocument everything = new JsonDocument(SMALL.maxDepth());
    try {
      everything.read(raw.buffer(), raw.offset(), raw.length());
    } catch (JsonException e) {
      throw new AssertionError("an event that is delivered is JSON", e);
    }
    for (JsonPath path : PATHS) {
      assertThat(text(index, path)).as("%s", path).isEqualTo(text(everything, path));
    }
  }

  private static String text(JsonDocument document, JsonPath path) {
    int node = document.find(path);
    if (node == JsonDocument.NONE) {
      return "";
    }
    int start = document.start(node);
    return document.kind(node)
        + new String(
            document.bytes(), start, document.end(node) - start, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void refused(long count, String message, long offset) {
    assertThat(count).isPositive();
    refused += count;
    warning(message, offset);
  }

  @Override
  public void warning(String message, long offset) {
    said.add(offset + ": " + message);
  }
}
