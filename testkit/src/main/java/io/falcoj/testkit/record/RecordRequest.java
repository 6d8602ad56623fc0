package io.falcoj.testkit.record;

import java.nio.file.Path;
import java.util.List;

/**
 * A test to be made.
 *
 * @param recording a capture or an audit log
 * @param rules rule files or directories, in load order
 * @param projectRules whether these are what a test file without {@code rules} is about
 * @param test the test file, its name ending in {@code .test.yaml}; the events go beside it
 * @param name of the case
 * @param shrink whether events go on which no match hangs, though they change what rules see
 * @param force whether files are overwritten
 */
public record RecordRequest(
    Path recording,
    List<Path> rules,
    boolean projectRules,
    Path test,
    String name,
    boolean shrink,
    boolean force) {
  private static final String ENDING = ".test.yaml";

  public RecordRequest {
    rules = List.copyOf(rules);
  }

  /**
   * A test that is named as its file unless it has a name.
   *
   * @param name of the case; empty for that of the file
   * @throws RecordException when no runner would find the file
   */
  public static RecordRequest of(
      Path recording,
      List<Path> rules,
      boolean projectRules,
      Path test,
      String name,
      boolean shrink,
      boolean force)
      throws RecordException {
    String file = test.getFileName().toString();
    if (!file.endsWith(ENDING) || file.length() == ENDING.length()) {
      throw new RecordException(
          RecordException.Kind.USAGE, test + ": the name of a test file ends in " + ENDING);
    }
    String shown = name.isEmpty() ? stem(test).replace('-', ' ').replace('_', ' ') : name;
    return new RecordRequest(recording, rules, projectRules, test, shown, shrink, force);
  }

  /** The same test of another recording. */
  RecordRequest of(Path other) {
    return new RecordRequest(other, rules, projectRules, test, name, shrink, force);
  }

  /** Where the events go. */
  Path events(boolean audit) {
    return test.resolveSibling(stem(test) + (audit ? ".json" : ".scap.gz"));
  }

  private static String stem(Path test) {
    String file = test.getFileName().toString();
    return file.substring(0, file.length() - ENDING.length());
  }
}
