package io.falcoj.agent.cli.format;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc format}. */
public final class FormatOptions {
  /** What to do with the result other than to write it back. */
  static final class Mode {
    @Option(
        names = "--check",
        description = "Writes nothing; prints the names of files that would change, one a line.")
    private boolean check;

    @Option(
        names = "--stdout",
        description = "Prints the result instead of writing it back; several files in a row.")
    private boolean stdout;
  }

  @ArgGroup private Mode mode = new Mode();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files or directories; '-' formats standard input to standard output.")
  private List<String> paths = new ArrayList<>();

  boolean check() {
    return mode.check;
  }

  boolean stdout() {
    return mode.stdout;
  }

  List<String> paths() {
    return paths;
  }
}
