package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Writes scenarios as captures. */
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /**
   * Delivers a scenario as a capture would be: what was there, then events.
   *
   * @throws ScenarioException when a step cannot be; the message says which
   */
  public static void deliver(Scenario scenario, SourceHandler handler) {
    new Snapshot(scenario).deliver(handler);
    StepWriter writer = new StepWriter(scenario, handler);
    int number = 0;
    for (Step step : scenario.steps()) {
      number++;
      try {
        writer.write(step);
      } catch (ScenarioException e) {
        throw new ScenarioException(
            "step %d (%s of %d): %s".formatted(number, step.event(), step.tid(), e.getMessage()));
      }
    }
  }

  /**
   * The bytes of the capture, not compressed. Equal scenarios give equal bytes.
   *
   * @throws ScenarioException as {@link #deliver}
   */
  public static byte[] toBytes(Scenario scenario) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      deliver(scenario, writer);
    }
    return bytes.toByteArray();
  }

  /**
   * Creates or overwrites a capture, compressed when its name ends in {@code .gz}.
   *
   * @throws ScenarioException as {@link #deliver}
   */
  public static void write(Scenario scenario, Path file) throws IOException {
    try (ScapWriter writer = ScapWriter.create(file)) {
      deliver(scenario, writer);
    }
  }
}
