package io.falcoj.agent.cli.diff;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.diff.RuleSetComparer;
import io.falcoj.testkit.diff.RuleSetDiff;
import io.falcoj.testkit.diff.render.DiffJson;
import io.falcoj.testkit.diff.render.DiffMarkdown;
import io.falcoj.testkit.diff.render.DiffText;
import io.falcoj.testkit.diff.version.RuleSetVersion;
import io.falcoj.testkit.diff.version.VersionException;
import io.falcoj.testkit.diff.version.VersionReader;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares two rule sets and prints what differs. */
public final class Comparing {
  private Comparing() {}

  /**
   * Compares.
   *
   * @return exit code: whether there are differences, and whether all fixtures were read
   * @throws CommandException when there are no two valid rule sets, or a test file is wrong
   */
  public static int run(DiffOptions options, Console console) throws CommandException {
    options.check();
    RuleSetDiff diff;
    try {
      RuleSetVersion before = before(options);
      diff = RuleSetComparer.compare(before, after(options), fixtures(options));
    } catch (RulesException | SuiteException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (VersionException | IOException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
    console.out().print(rendered(diff, options));
    console.out().flush();
    diff.fixtures().stream()
        .filter(fixture -> !fixture.damage().isEmpty())
        .forEach(fixture -> console.fail(fixture.damage()));
    if (!diff.complete()) {
      return ExitCode.SOURCE;
    }
    return diff.changes().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private static String rendered(RuleSetDiff diff, DiffOptions options) {
    if (options.json()) {
      return DiffJson.render(diff);
    }
    return options.markdown() ? DiffMarkdown.render(diff) : DiffText.render(diff);
  }

  private static RuleSetVersion before(DiffOptions options)
      throws VersionException, RulesException {
    String from = options.from();
    if (from != null) {
      return VersionReader.revision(from, paths(options));
    }
    return options.named()
        ? VersionReader.files(options.before())
        : VersionReader.read(options.rules().get(0));
  }

  private static RuleSetVersion after(DiffOptions options) throws VersionException, RulesException {
    return options.named() && options.rules().size() > 1
        ? VersionReader.files(paths(options))
        : VersionReader.read(options.rules().get(options.rules().size() - 1));
  }

  private static List<Path> paths(DiffOptions options) {
    return options.rules().stream().map(Path::of).toList();
  }

  private static List<NamedFixture> fixtures(DiffOptions options)
      throws SuiteException, IOException {
    List<NamedFixture> fixtures = new ArrayList<>();
    for (Path folder : options.tests()) {
      if (options.testsNamed() && !Files.isDirectory(folder)) {
        throw new IOException(folder + ": no such directory");
      }
      fixtures.addAll(NamedFixture.below(folder));
    }
    options.events().forEach(file -> fixtures.add(NamedFixture.recording(file)));
    return fixtures;
  }
}
