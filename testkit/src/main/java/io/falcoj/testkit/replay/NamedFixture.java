package io.falcoj.testkit.replay;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.run.Fixtures;
import io.falcoj.testkit.suite.Fixture;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events to replay, with a name for people.
 *
 * @param name a file, or a test file and its case
 */
public record NamedFixture(String name, Fixture fixture) {
  /** A capture or an audit log. */
  public static NamedFixture recording(Path file) {
    return new NamedFixture(file.toString(), new Fixture.Recording(file));
  }

  /**
   * The fixtures of all test files below a folder, in the order of files and cases; a recording
   * that several cases use comes once. None when there is no such folder.
   *
   * @throws SuiteException when a test file cannot be understood
   * @throws IOException when one cannot be read
   */
  public static List<NamedFixture> below(Path folder) throws IOException, SuiteException {
    List<NamedFixture> found = new ArrayList<>();
    Set<Path> recordings = new HashSet<>();
    for (Path file : SuiteFiles.find(folder)) {
      for (RuleTestSuite suite : SuiteReader.read(file)) {
        for (RuleTest test : suite.tests()) {
          if (test.events() instanceof Fixture.Recording recording) {
            if (recordings.add(recording.file())) {
              found.add(new NamedFixture(shown(folder, recording.file()), recording));
            }
          } else {
            found.add(new NamedFixture(file + ": " + test.name(), test.events()));
          }
        }
      }
    }
    return found;
  }

  /** As the folder was named, so that reports do not depend on the machine. */
  private static String shown(Path folder, Path file) {
    Path top = folder.toAbsolutePath().normalize();
    return file.isAbsolute() && file.startsWith(top)
        ? folder.resolve(top.relativize(file)).toString()
        : file.toString();
  }

  /**
   * The events; the caller closes them.
   *
   * @throws SourceException when they cannot be read
   */
  public EventSource open() throws SourceException {
    return Fixtures.open(fixture);
  }
}
