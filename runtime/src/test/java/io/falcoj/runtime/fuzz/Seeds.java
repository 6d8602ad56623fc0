package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.scap.ScapSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Where the fuzz tests begin: the recordings that the project ships and tests with, and samples.
 */
final class Seeds {
  private static final int FEW = 6;

  private Seeds() {}

  /** Whole captures, unpacked. */
  static Stream<Arguments> captures() {
    return unpacked().map(Arguments::of);
  }

  /** Short sequences of events: of the captures, and a sample of each type. */
  static Stream<Arguments> events() {
    Stream<byte[]> recorded = unpacked().map(Seeds::firstEvents).map(EventSequence::write);
    Stream<byte[]> samples =
        EventTable.standard().all().stream()
            .map(type -> EventSequence.write(List.of(Sample.of(type, 6))));
    return Stream.concat(recorded, samples).map(Arguments::of);
  }

  /** Audit logs of the rule tests, and shapes and faults that these do not have. */
  static Stream<Arguments> auditLogs() {
    String event =
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":\"get\","
            + "\"stageTimestamp\":\"2026-01-02T03:04:05.1Z\",\"user\":{\"username\":\"e\\u00e4\"}}";
    String list = "{\"kind\":\"EventList\",\"items\":[" + event + ",7," + event + "]}";
    Stream<String> shapes =
        Stream.of(
            "",
            event,
            list,
            "[" + event + ",[1],{}," + list + "]",
            event + "\n{\"kind\":\"Ev\n" + event + "\nrubbish\n" + event,
            "{\"items\":[" + event + "],\"kind\":\"Pod\",\"apiVersion\":\"v9\"}",
            "\uFEFF" + event.replace(",", " ,\n "),
            event.replace("\"get\"", "[".repeat(20) + "]".repeat(20)),
            event.replace("get", "g".repeat(3000)),
            list.substring(0, list.length() - 5));
    return Stream.concat(
            below("rule-tests/src/test/falco", ".json").map(Seeds::bytes),
            shapes.map(text -> text.getBytes(StandardCharsets.UTF_8)))
        .map(Arguments::of);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static List<byte[]> firstEvents(byte[] capture) {
    List<byte[]> events = new ArrayList<>();
    SourceHandler kept =
        new SourceHandler() {
          @Override
          public void event(RawEvent raw) {
            if (events.size() < FEW) {
              int end = raw.offset() + raw.length();
              events.add(Arrays.copyOfRange(raw.buffer(), raw.offset(), end));
            }
          }
        };
    try (ScapSource source = ScapSource.of("seed", new ByteArrayInputStream(capture))) {
      while (source.poll(kept) >= 0) {
        // the handler keeps what it gets
      }
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
    return events;
  }

  private static Stream<byte[]> unpacked() {
    return files()
        .map(
            file -> {
              try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
              }
            });
  }

  private static Stream<Path> files() {
    return Stream.of("agent/src/dist/captures", "rule-tests/src/test/falco")
        .flatMap(folder -> below(folder, ".scap.gz"));
  }

  private static Stream<Path> below(String folder, String ending) {
    Path root = Path.of(System.getProperty("falcoj.root", ".."));
    try (Stream<Path> below = Files.walk(root.resolve(folder))) {
      return below.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
  }
}
