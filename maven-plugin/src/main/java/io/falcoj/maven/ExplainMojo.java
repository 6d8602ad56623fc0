package io.falcoj.maven;

import io.falcoj.maven.build.RuleExplanation;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says why a rule matches an event, or does not: every check with the value that it saw. The events
 * are those of a test case, or of a recording.
 */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends AbstractFalcoMojo {
  /** Name of the rule, e.g. {@code -Dfalco.rule='Shell started by a web server'}. */
  @Parameter(property = "falco.rule")
  private @Nullable String rule;

  /** Name of a test case, e.g. {@code -Dfalco.test='cron may start one'}; patterns as for tests. */
  @Parameter(property = "falco.test")
  private @Nullable String test;

  /** Capture or audit log in place of a case, e.g. {@code -Dfalco.events=incident.scap}. */
  @Parameter(property = "falco.events")
  private @Nullable File events;

  /**
   * Number of the event, e.g. {@code -Dfalco.event=17}; 0 for the event that says most about the
   * rule.
   */
  @Parameter(property = "falco.event", defaultValue = "0")
  private long event;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    if (rule == null) {
      throw new MojoFailureException(
          "name the rule, and what happened: mvn falco:explain -Dfalco.rule='RULE'"
              + " -Dfalco.test='CASE', or -Dfalco.events=FILE");
    }
    RuleExplanation explanation = new RuleExplanation(rules(), rule, event, getLog());
    if (events != null) {
      explanation.of(events.toPath());
    } else {
      explanation.ofCase(test);
    }
  }
}
