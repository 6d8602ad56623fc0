package io.falcoj.testkit.report;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.report.view.FileRange;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.report.view.Times;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.SeenAlert;
import io.falcoj.testkit.run.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of a run for programs, as {@code docs/schema/falco-test-report.schema.json} says. */
final class JsonReport {
  /** Grows when a key changes its meaning or goes; new keys do not count. */
  private static final int VERSION = 1;

  private final RunReport report;
  private final JsonFile json = new JsonFile();

  private JsonReport(RunReport report) {
    this.report = report;
  }

  static String render(RunReport report) {
    return new JsonReport(report).document();
  }

  private String document() {
    json.object(
        () -> {
          json.put("version", VERSION).put("title", report.title());
          json.put("passed", report.result().passed());
          json.object("summary", this::summary);
          json.array("files", report.byFile().entrySet(), this::file);
          json.array("findings", report.findings(), this::finding);
        });
    return json.document();
  }

  private void summary() {
    json.put("cases", report.result().cases().size());
    for (Outcome outcome : Outcome.values()) {
      json.put(key(outcome), report.result().count(outcome));
    }
  }

  private void file(Map.Entry<Path, List<CaseResult>> file) {
    json.object(
        () -> {
          json.put("file", report.names().of(file.getKey()));
          json.array("cases", file.getValue(), this::testCase);
        });
  }

  private void testCase(CaseResult result) {
    json.object(
        () -> {
          json.put("name", result.test().name()).put("line", result.test().line());
          json.put("outcome", key(result.outcome()));
          putIfThere("todo", result.test().todo());
          json.array("problems", report.problems(result), this::problem);
          json.array("alerts", result.alerts(), this::alert);
          json.put("alertCount", result.alertCount());
          json.texts("warnings", result.warnings());
          if (result.timeline().events() > 0) {
            json.object("timeline", () -> timeline(result.timeline()));
          }
        });
  }

  private void problem(Problem problem) {
    json.object(
        () -> {
          json.put("kind", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          putIfThere("rule", problem.rule());
          json.put("line", problem.line()).put("message", problem.message());
          json.texts("details", problem.details());
        });
  }

  private void alert(SeenAlert alert) {
    json.object(
        () -> {
          json.put("rule", alert.rule()).put("priority", alert.priority());
          json.put("event", alert.event()).put("time", Times.full(alert.timestamp()));
          json.put("message", alert.message());
        });
  }

  private void timeline(Timeline timeline) {
    json.put("begin", Times.full(timeline.begin())).put("end", Times.full(timeline.end()));
    json.put("events", timeline.events());
    json.array("counts", timeline.counts(), count -> json.number(count));
  }

  private void finding(Finding finding) {
    json.object(
        () -> {
          json.put("code", finding.label());
          json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
          json.put("message", finding.message());
          putIfThere("hint", finding.hint());
          FileRange range = FileRange.of(finding.span(), report.names());
          json.put("file", range.file());
          json.put("line", range.line()).put("column", range.column());
          json.put("endLine", range.endLine()).put("endColumn", range.endColumn());
        });
  }

  private void putIfThere(String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String key(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case BROKEN -> "broken";
      case TODO -> "todo";
      case TODO_PASSED -> "todoPassed";
    };
  }
}
