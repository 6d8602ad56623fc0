package io.falcoj.maven.build;

import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.replay.QuestionException;
import io.falcoj.testkit.replay.RuleAnswer;
import io.falcoj.testkit.replay.RuleQuestion;
import io.falcoj.testkit.run.CaseFilter;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Explains a rule on the events of a case or of a recording. */
public final class RuleExplanation {
  private final RuleProject project;
  private final String rule;
  private final long event;
  private final Log log;

  /**
   * @param event number of the event; 0 for those that say most about the rule
   * @param log gets the answer, and warnings
   */
  public RuleExplanation(RuleProject project, String rule, long event, Log log) {
    this.project = project;
    this.rule = rule;
    this.event = event;
    this.log = log;
  }

  /** On a capture or audit log. */
  public void of(Path recording) throws MojoFailureException, RulesException, IOException {
    answer(project.rules(), NamedFixture.recording(recording));
  }

  /**
   * On the first case of such a name.
   *
   * @param pattern as for running tests; null for any case
   */
  public void ofCase(@Nullable String pattern)
      throws MojoFailureException, RulesException, SuiteException, IOException {
    CaseFilter filter = CaseFilter.of(pattern == null ? List.of() : List.of(pattern));
    for (Path file : SuiteFiles.find(project.tests())) {
      for (RuleTestSuite suite : SuiteReader.read(file)) {
        for (RuleTest test : suite.tests()) {
          if (pattern != null && filter.selects(test.name())) {
            String place = "%s (%s:%d)".formatted(test.name(), file, test.line());
            List<Path> rules = suite.rules().isEmpty() ? project.rules() : suite.rules();
            log.info(place);
            answer(rules, new NamedFixture(place, test.events()));
            return;
          }
        }
      }
    }
    throw new MojoFailureException(
        pattern == null
            ? "name what happened: -Dfalco.test='CASE', or -Dfalco.events=FILE"
            : "no case has a name like falco.test=" + pattern);
  }

  private void answer(List<Path> rules, NamedFixture fixture)
      throws MojoFailureException, RulesException, IOException {
    try {
      RuleQuestion about = RuleQuestion.about(RuleFiles.read(rules), rule);
      TextRenderer.render(about.findings()).lines().forEach(log::warn);
      RuleAnswer answer = about.ask(fixture, event, log::warn);
      answer.text().lines().forEach(log::info);
      if (answer.damage() != null) {
        throw new MojoFailureException(answer.damage());
      }
    } catch (QuestionException e) {
      throw new MojoFailureException(String.valueOf(e.getMessage()));
    }
  }
}
