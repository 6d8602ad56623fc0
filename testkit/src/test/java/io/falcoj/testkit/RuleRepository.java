package io.falcoj.testkit;

import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rules and test files in a folder, as authors have them. */
public final class RuleRepository {
  private final Path folder;

  public RuleRepository(Path folder) {
    this.folder = folder;
  }

  /** Writes a rule file, which belongs to the project's rules. */
  public RuleRepository rules(String name, String text) throws Exception {
    Files.createDirectories(rules());
    Files.writeString(rules().resolve(name), text);
    return this;
  }

  /** Writes a test file. */
  public RuleRepository tests(String name, String text) throws Exception {
    Files.createDirectories(tests());
    Files.writeString(tests().resolve(name), text);
    return this;
  }

  /** The folder of rule files. */
  public Path rules() {
    return folder.resolve("rules");
  }

  /** The folder of test files. */
  public Path tests() {
    return folder.resolve("tests");
  }

  /** Runs the cases of one test file. */
  public RunResult run(String name, RunListener listener) throws Exception {
    return new RuleTestRunner(RunOptions.of(List.of(rules())))
        .run(SuiteReader.read(tests().resolve(name)), listener);
  }
}
