package io.falcoj.agent.cli.bench;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.testkit.bench.BenchException;
import io.falcoj.testkit.bench.BenchJson;
import io.falcoj.testkit.bench.BenchResult;
import io.falcoj.testkit.bench.BenchText;
import io.falcoj.testkit.bench.RuleBench;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures rules and prints the figures. */
public final class Benching {
  private Benching() {}

  /**
   * Measures.
   *
   * @return exit code
   * @throws CommandException when rules or tests are invalid, or fixtures cannot be read
   */
  public static int run(BenchOptions options, Console console) throws CommandException {
    try {
      BenchResult result =
          new RuleBench(RuleCompilation.read(options.rules()), Duration.ofMillis(options.millis()))
              .measure(fixtures(options));
      if (options.json()) {
        console.out().print(BenchJson.render(result));
      } else {
        BenchText.lines(result).forEach(console.out()::println);
      }
      console.out().flush();
      return ExitCode.OK;
    } catch (RulesException | SuiteException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (BenchException e) {
      throw new CommandException(e.isDamaged() ? ExitCode.SOURCE : ExitCode.USAGE, e.getMessage());
    } catch (NoSuchFileException e) {
      throw new CommandException(ExitCode.SOURCE, e.getFile() + ": no such file");
    } catch (IOException e) {
      throw new CommandException(ExitCode.SOURCE, e.getMessage());
    }
  }

  private static List<NamedFixture> fixtures(BenchOptions options)
      throws SuiteException, IOException {
    List<NamedFixture> fixtures = new ArrayList<>();
    for (Path folder : options.tests()) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(folder + ": no such directory");
      }
      fixtures.addAll(NamedFixture.below(folder));
    }
    options.events().forEach(file -> fixtures.add(NamedFixture.recording(file)));
    return fixtures;
  }
}
