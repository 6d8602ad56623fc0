package io.falcoj.testkit.bench;

import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import io.falcoj.testkit.suite.Fixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A fixture in memory, so that no disk is measured. */
record LoadedFixture(String name, byte[] bytes) {
  static LoadedFixture of(NamedFixture named) throws IOException {
    Fixture fixture = named.fixture();
    if (fixture instanceof Fixture.Told told) {
      return new LoadedFixture(named.name(), ScenarioWriter.toBytes(told.scenario()));
    }
    byte[] bytes =
        fixture instanceof Fixture.AuditEvents audit
            ? audit.json().getBytes(StandardCharsets.UTF_8)
            : Files.readAllBytes(((Fixture.Recording) fixture).file());
    return new LoadedFixture(named.name(), bytes);
  }

  EventSource open() throws SourceException {
    return ReplaySources.open(name, new ByteArrayInputStream(bytes));
  }
}
