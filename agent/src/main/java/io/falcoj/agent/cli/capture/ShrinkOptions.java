package io.falcoj.agent.cli.capture;

import io.falcoj.testkit.shrink.Keep;
import io.falcoj.testkit.shrink.Redaction;
import io.falcoj.testkit.shrink.ShrinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc shrink}. */
public final class ShrinkOptions {
  @Option(
      names = {"-r", "--rules"},
      required = true,
      paramLabel = "PATH",
      description = "Rule file or directory; repeatable, order matters.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "NAME",
      description = "Name of the rule whose verdict stays.")
  private String rule = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "File to write; in gzip when its name ends in .gz.")
  private Path output = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "alert|rule|all",
      defaultValue = "alert",
      converter = KeepConverter.class,
      description =
          "What stays: the first alert with its text, one alert whatever it says, or all alerts;"
              + " default ${DEFAULT-VALUE}.")
  private Keep keep = Keep.ALERT;

  @Option(
      names = "--all-matches",
      description = "Rules fire although an earlier one matches, as with rule_matching: all.")
  private boolean allMatches;

  @Option(
      names = "--redact",
      paramLabel = "FIELD[=TEXT]",
      split = ",",
      description =
          "Replaces the values of a field wherever they stand: with made-up words of the same"
              + " length, or with TEXT. Repeatable, or a list with commas.")
  private List<String> redact = new ArrayList<>();

  @Option(
      names = "--redact-except",
      paramLabel = "WORD",
      split = ",",
      description = "Words that stay, such as those that the rule looks for.")
  private List<String> except = new ArrayList<>();

  @Option(names = "--keep-directories", description = "Replaces the last part of paths only.")
  private boolean keepDirectories;

  @Option(names = "--force", description = "Overwrites OUT if it is there.")
  private boolean force;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "CAPTURE",
      description = "Capture (.scap) or Kubernetes audit log (JSON), plain, gzip or zstd.")
  private Path capture = Path.of("");

  List<Path> rules() {
    return rules;
  }

  String rule() {
    return rule;
  }

  Path output() {
    return output;
  }

  Keep keep() {
    return keep;
  }

  boolean allMatches() {
    return allMatches;
  }

  Redaction redaction() throws ShrinkException {
    return Redaction.of(redact, except, keepDirectories);
  }

  boolean force() {
    return force;
  }

  Path capture() {
    return capture;
  }

  /** Reads {@code --keep}. */
  static final class KeepConverter implements picocli.CommandLine.ITypeConverter<Keep> {
    @Override
    public Keep convert(String value) {
      for (Keep keep : Keep.values()) {
        if (keep.name().toLowerCase(Locale.ROOT).equals(value)) {
          return keep;
        }
      }
      throw new picocli.CommandLine.TypeConversionException(
          "expected alert, rule or all, not '" + value + "'");
    }
  }
}
