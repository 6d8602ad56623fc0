package io.falcoj.testkit.record;

import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes a test of what happens on this machine. */
public final class LiveTest {
  private static final String SYSCALL = EventSources.SYSCALL;

  private LiveTest() {}

  /**
   * Records, leaves out what other programs did meanwhile when a command is recorded, and makes the
   * test.
   *
   * @param request its recording is not looked at
   * @param filter what the test is about; null for all that the command did
   * @throws RecordException when this machine cannot be recorded, no event matches, or files are
   *     there already
   * @throws RulesException when the rules are invalid
   * @throws IOException when a file cannot be written
   */
  public static Recorded record(
      LiveRecording live, RecordRequest request, @Nullable EventFilter filter)
      throws RecordException, RulesException, IOException {
    Path folder = Files.createTempDirectory("falcoj-record");
    Path all = folder.resolve("all.scap");
    Path own = folder.resolve("this-machine.scap");
    try {
      new TestRecorder(request).refuseToOverwrite();
      String tree = live.record(all);
      EventFilter inTree = EventFilter.condition(tree == null ? "evt.num > 0" : tree, SYSCALL);
      cut(inTree, all, own);
      return new TestRecorder(request.of(own)).record(filter == null ? inTree : filter);
    } catch (SourceException e) {
      throw new RecordException(e);
    } finally {
      Files.deleteIfExists(all);
      Files.deleteIfExists(own);
      Files.deleteIfExists(folder);
    }
  }

  private static void cut(EventFilter filter, Path from, Path to)
      throws SourceException, IOException, RulesException {
    try (OutputStream out = Files.newOutputStream(to);
        EventSource source = ReplaySources.open(from);
        ScapWriter writer = ScapWriter.plain(out)) {
      Engine.builder().record(writer, filter.bundle()).build().run(source);
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }
}
