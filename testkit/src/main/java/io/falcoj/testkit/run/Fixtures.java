package io.falcoj.testkit.run;

import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import io.falcoj.testkit.suite.Fixture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Opens what a case judges. Scenarios become captures, and are read like any other. */
public final class Fixtures {
  private Fixtures() {}

  /**
   * The events of a case; the caller closes them.
   *
   * @throws SourceException when there is no such file, or its content is nothing known
   */
  public static EventSource open(Fixture fixture) throws SourceException {
    if (fixture instanceof Fixture.Recording recording) {
      return ReplaySources.open(recording.file());
    }
    if (fixture instanceof Fixture.Told told) {
      return open("scenario", ScenarioWriter.toBytes(told.scenario()));
    }
    if (fixture instanceof Fixture.AuditEvents events) {
      return open("audit", events.json().getBytes(StandardCharsets.UTF_8));
    }
    throw new IllegalStateException("fixture " + fixture.getClass());
  }

  private static EventSource open(String name, byte[] recording) throws SourceException {
    return ReplaySources.open(name, new ByteArrayInputStream(recording));
  }
}
