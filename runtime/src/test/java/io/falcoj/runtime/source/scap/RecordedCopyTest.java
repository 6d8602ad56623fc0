package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.ThreadEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is written after conversion reads back to the same events and the same snapshot. */
@Tag("corpus")
class RecordedCopyTest {
  @TestFactory
  List<DynamicTest> readsBackAsItWas() throws IOException {
    Path folder = Corpus.file("captures");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().matches(".*\\.scap(\\.gz)?"))
          .filter(file -> !file.getParent().endsWith("derived"))
          .filter(file -> !file.getParent().endsWith("bench"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(name(folder, file), () -> compare(file)))
          .toList();
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString();
  }

  private static void compare(Path file) throws IOException, SourceException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Recording original = Recording.of(Files.readAllBytes(file));
    copy(file, ScapWriter.plain(bytes));
    Recording copy = Recording.of(bytes.toByteArray());
    assertThat(copy.damage).isNull();
    List<byte[]> walked = BlockWalk.events(bytes.toByteArray());
    assertThat(walked.size()).isEqualTo(copy.events.size());
    for (int i = 0; i < walked.size(); i++) {
      assertThat(Arrays.equals(walked.get(i), copy.events.get(i))).as("event %d", i).isTrue();
    }
    assertThat(copy.machines).isEqualTo(original.machines);
    assertThat(copy.interfaces).isEqualTo(original.interfaces);
    assertThat(copy.users).isEqualTo(original.users);
    assertThat(values(copy.threads)).isEqualTo(values(original.threads));
    assertThat(byThread(copy.descriptors)).isEqualTo(byThread(original.descriptors));
    assertThat(copy.events.size()).isEqualTo(original.events.size());
    for (int i = 0; i < copy.events.size(); i++) {
      assertThat(Arrays.equals(copy.events.get(i), original.events.get(i)))
          .as("event %d", i)
          .isTrue();
    }
    assertThat(copy.shown).isEqualTo(original.shown);
    assertThat(copy.numbered).isEqualTo(original.numbered);
  }

  private static List<List<Object>> values(List<ThreadEntry> threads) {
    return threads.stream()
        .map(thread -> Stream.of(ThreadEntry.class.getFields()).map(f -> value(f, thread)).toList())
        .toList();
  }

  private static Object value(Field field, ThreadEntry thread) {
    try {
      return field.get(thread);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The writer gathers the descriptors of each thread. */
  private static List<FdEntry> byThread(List<FdEntry> descriptors) {
    return descriptors.stream().sorted(Comparator.comparingLong(FdEntry::tid)).toList();
  }

  static void copy(Path file, ScapWriter to) throws SourceException {
    try (ScapSource source = ScapSource.open(file);
        ScapWriter writer = to) {
      while (source.poll(writer) >= 0) {
        // everything is written by the handler
      }
    }
  }
}
