package io.falcoj.maven.build;

import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.replay.QuestionException;
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
import org.jspecify.annotations.Nullable;

/** Explains a rule on the events of a case or of a recording. */
public final class RuleExplanation {
  private final RuleProject project;
  private final String rule;
  private final long event;

  /**
   * @param event number of the event; 0 for those that say most about the rule
   */
  public RuleExplanation(RuleProject project, String rule, long event) {
    this.project = project;
    this.rule = rule;
    this.event = event;
  }

  /** On a capture or audit log. */
  public String of(Path recording) throws MojoFailureException, RulesException, IOException {
    return answer(project.rules(), NamedFixture.recording(recording));
  }

  /**
   * On the first case of such a name.
   *
   * @param pattern as for running tests; null for any case
   */
  public String ofCase(@Nullable String pattern)
      throws MojoFailureException, RulesException, SuiteException, IOException {
    CaseFilter filter = CaseFilter.of(pattern == null ? List.of() : List.of(pattern));
    for (Path file : SuiteFiles.find(project.tests())) {
      for (RuleTestSuite suite : SuiteReader.read(file)) {
        for (RuleTest test : suite.tests()) {
          if (pattern != null && filter.selects(test.name())) {
            String place = "%s (%s:%d)".formatted(test.name(), file, test.line());
            List<Path> rules = suite.rules().isEmpty() ? project.rules() : suite.rules();
            return place + "\n" + answer(rules, new NamedFixture(place, test.events()));
          }
        }
      }
    }
    throw new MojoFailureException(
        pattern == null
            ? "name what happened: -Dfalco.test='CASE', or -Dfalco.events=FILE"
            : "no case has a name like falco.test=" + pattern);
  }

  private String answer(List<Path> rules, NamedFixture events)
      throws MojoFailureException, RulesException, IOException {
    try {
      return RuleQuestion.about(rules, rule, event).answer(events);
    } catch (QuestionException e) {
      throw new MojoFailureException(String.valueOf(e.getMessage()));
    }
  }
}
