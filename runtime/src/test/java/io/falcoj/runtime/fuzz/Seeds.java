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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.provider.Arguments;

/** Where the fuzz tests begin: the captures that the project ships and tests with, and samples. */
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
    return files().stream()
        .map(
            file -> {
              try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
              }
            });
  }

  private static List<Path> files() {
    Path root = Path.of(System.getProperty("falcoj.root", ".."));
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("agent/src/dist/captures", "rule-tests/src/test/falco")) {
      try (Stream<Path> below = Files.walk(root.resolve(folder))) {
        below.filter(file -> file.toString().endsWith(".scap.gz")).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(folder, e);
      }
    }
    return files;
  }
}
