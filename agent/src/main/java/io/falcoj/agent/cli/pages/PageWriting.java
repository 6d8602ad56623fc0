package io.falcoj.agent.cli.pages;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.testkit.pages.PageFolder;
import io.falcoj.testkit.pages.RulePages;
import io.falcoj.testkit.rules.RuleFaults;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.rules.RuleSets;
import io.falcoj.testkit.suite.RuleRepository;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes pages about rules and their tests. */
public final class PageWriting {
  private PageWriting() {}

  /**
   * Writes the pages, or says which would change.
   *
   * @return exit code
   * @throws CommandException when there are no valid rules, or a test file is wrong
   */
  public static int run(PageOptions options, Console console) throws CommandException {
    try {
      Map<String, String> pages = pages(options);
      PageFolder folder = new PageFolder(options.output());
      if (options.check()) {
        List<String> differing = folder.differing(pages);
        differing.forEach(console.out()::println);
        console.out().flush();
        return differing.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
      }
      int changed = folder.write(pages).size();
      console.say(
          pages.size() + " files in " + options.output() + ", " + changed + " of them changed");
      return ExitCode.OK;
    } catch (RuleFaults e) {
      if (e.findings().isEmpty()) {
        throw new CommandException(ExitCode.INVALID, e.getMessage());
      }
      console.say(TextRenderer.render(e.findings()).stripTrailing());
      throw new CommandException(ExitCode.INVALID, "");
    } catch (SuiteException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private static Map<String, String> pages(PageOptions options)
      throws CommandException, RuleFaults, SuiteException, IOException {
    RuleRepository repository = RuleRepository.at(options.place());
    if (!options.rules().isEmpty()) {
      repository = repository.withRules(options.rules());
    }
    if (repository.rules().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "no rules: name them with -r, or a folder with src/main/falco");
    }
    RuleSet rules = new RuleSets(Map.of()).get(repository.rules());
    List<Fault> mistakes = new ArrayList<>();
    List<RuleTestSuite> suites = repository.suites(mistakes);
    if (!mistakes.isEmpty()) {
      throw new SuiteException(mistakes);
    }
    return RulePages.render(rules, suites);
  }
}
