package io.falcoj.testkit.report;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.Timeline;
import io.falcoj.testkit.suite.Fixture;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Results of cases at line 7 of one file. */
public final class Results {
  public static final Path FILE = Path.of("tests/a.test.yaml");

  private Results() {}

  public static CaseResult passed(String name) {
    return of(name, Outcome.PASSED);
  }

  public static CaseResult failed(String name, String... problems) {
    return of(name, Outcome.FAILED, problems);
  }

  public static CaseResult of(String name, Outcome outcome, String... problems) {
    SourceSpan place = new SourceSpan(new SourceFile(FILE.toString(), "\n".repeat(7)), 6, 6);
    Fixture events = new Fixture.Recording(Path.of("a.scap"));
    RuleTest test = new RuleTest(name, place, null, events, List.of());
    RuleTestSuite suite = new RuleTestSuite(FILE, List.of(), false, null, List.of(test));
    List<Problem> told =
        Stream.of(problems)
            .map(p -> new Problem(Problem.Kind.MISSING, "r", 7, p, List.of("> false  a = b")))
            .toList();
    return new CaseResult(suite, test, outcome, told, List.of(), Timeline.EMPTY, 1_500_000);
  }
}
