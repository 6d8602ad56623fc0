package io.falcoj.testkit.suite;

import io.falcoj.testkit.scenario.Scenario;
import java.nio.file.Path;

/** Where the events of a case come from. */
public sealed interface Fixture {
  /** A capture or an audit log. */
  record Recording(Path file) implements Fixture {}

  /** A scenario that is told in the test file. */
  record Told(Scenario scenario) implements Fixture {}

  /**
   * Audit events that are written in the test file.
   *
   * @param json one document
   */
  record AuditEvents(String json) implements Fixture {}
}
