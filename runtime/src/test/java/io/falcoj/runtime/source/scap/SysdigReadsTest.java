package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program, Debian's sysdig 0.29.3, reads the events of the captures that we write. It
 * passes over events of newer types, and ends at some of them: only captures without those are
 * listed.
 */
@Tag("corpus")
class SysdigReadsTest {
  private static final String FORMAT = "%evt.rawtime %thread.tid %evt.type %evt.dir";

  /** First type that came after its release. */
  private static final int FIRST_UNKNOWN = EventTable.standard().byId("SYSCALL_CAPSET_E").code();

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> readsTheSameEvents() throws IOException {
    List<String> captures;
    try (var in = SysdigReadsTest.class.getResourceAsStream("sysdig-captures.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      captures = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
    Corpus.file("captures");
    String missing = "sysdig is not installed; ./check installs it";
    boolean installed = Files.isExecutable(Path.of("/usr/bin/sysdig"));
    if (!installed) {
      System.out.println("skipped: " + missing);
    }
    assumeTrue(installed, missing);
    return captures.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(Corpus.capture(name))))
        .toList();
  }

  private void compare(Path capture) throws Exception {
    Path written = folder.resolve("written.scap");
    RecordedCopyTest.copy(capture, ScapWriter.create(written));
    List<String> ours = ours(written);
    List<String> theirs = sysdig(written);
    assertThat(theirs).hasSameSizeAs(ours);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(theirs.get(i)).as("event %d", i).matches(ours.get(i));
    }
  }

  private static List<String> ours(Path file) throws SourceException {
    Lines lines = new Lines();
    try (ScapSource source = ScapSource.open(file)) {
      while (source.poll(lines) >= 0) {
        // the handler notes the lines
      }
    }
    return lines.lines;
  }

  private List<String> sysdig(Path file) throws IOException, InterruptedException {
    Path out = folder.resolve("sysdig.txt");
    Process process =
        new ProcessBuilder("/usr/bin/sysdig", "-r", file.toString(), "-p", FORMAT)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("sysdig ends").isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(out);
  }

  /** The events that sysdig shows, as patterns for its lines. */
  private static final class Lines implements SourceHandler {
    final List<String> lines = new ArrayList<>();

    @Override
    public void event(RawEvent raw) {
      EventType type =
          Objects.requireNonNull(
              EventTable.standard().byCode(EventHeader.type(raw.buffer(), raw.offset())));
      if (raw.recordedStateOnly() || isHidden(raw, type)) {
        return;
      }
      lines.add(
          EventHeader.timestamp(raw.buffer(), raw.offset())
              + " "
              + EventHeader.tid(raw.buffer(), raw.offset())
              + " "
              + (type.id().startsWith("GENERIC_") ? "\\S+" : type.name())
              + " "
              + (type.enter() ? ">" : "<"));
    }

    private static boolean isHidden(RawEvent raw, EventType type) {
      return type.has(EventType.Category.INTERNAL)
          || (raw.stateOnly() && type.id().startsWith("CONTAINER_"))
          || type.code() >= FIRST_UNKNOWN;
    }
  }
}
