package io.falcoj.agent.cli.diff;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc diff}. */
public final class DiffOptions {
  /** How the answer looks, if not as text. */
  static final class Form {
    @Option(names = "--json", description = "Prints a JSON object.")
    private boolean json;

    @Option(names = "--markdown", description = "Prints Markdown for a pull request.")
    private boolean markdown;
  }

  @ArgGroup private Form form = new Form();

  @Option(
      names = "--from",
      paramLabel = "REVISION",
      description = "Compares the rule files named with what they were at a git revision.")
  private @Nullable String from;

  @Option(
      names = "--before",
      paramLabel = "PATH",
      description =
          "Rule file or directory of the first set; repeatable, order matters. The files named"
              + " without an option are then the second set.")
  private List<Path> before = new ArrayList<>();

  @Option(
      names = "--tests",
      paramLabel = "DIR",
      description =
          "Replays the fixtures of all test files below; repeatable. Left out: src/test/falco, if"
              + " it is there.")
  private List<Path> tests = new ArrayList<>();

  @Option(
      names = {"-e", "--events"},
      paramLabel = "FILE",
      description = "Replays a capture or an audit log too; repeatable.")
  private List<Path> events = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "RULES",
      arity = "1..*",
      description =
          "BEFORE AFTER: each a rule file, a directory, a bundle jar, or REVISION:PATH as git has"
              + " it, such as HEAD~1:src/main/falco.")
  private List<String> rules = new ArrayList<>();

  /** Fails for what makes no two rule sets. */
  void check() throws CommandException {
    if (from != null && !before.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "either --from or --before names the first set");
    }
    if (!named() && rules.size() != 2) {
      throw new CommandException(
          ExitCode.USAGE,
          rules.size() == 1
              ? "two rule sets are compared; --from REVISION compares "
                  + rules.get(0)
                  + " with"
                  + " what it was"
              : "two rule sets are compared; --before PATH names several files of the first one");
    }
  }

  /** Whether the first set is named by an option. */
  boolean named() {
    return from != null || !before.isEmpty();
  }

  @Nullable String from() {
    return from;
  }

  List<Path> before() {
    return before;
  }

  List<Path> tests() {
    Path usual = Path.of("src/test/falco");
    return tests.isEmpty() ? List.of(usual) : tests;
  }

  /** Whether folders of tests were named, which then have to exist. */
  boolean testsNamed() {
    return !tests.isEmpty();
  }

  List<Path> events() {
    return events;
  }

  List<String> rules() {
    return rules;
  }

  boolean json() {
    return form.json;
  }

  boolean markdown() {
    return form.markdown;
  }
}
