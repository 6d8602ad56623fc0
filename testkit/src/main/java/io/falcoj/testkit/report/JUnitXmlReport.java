package io.falcoj.testkit.report;

import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One file for each test file, as Surefire writes them and CI servers read them. It alone has
 * times, which the form demands.
 */
final class JUnitXmlReport {
  private final FileNames names;

  JUnitXmlReport(FileNames names) {
    this.names = names;
  }

  /** Writes {@code TEST-….xml} for each test file. */
  void write(Map<Path, List<CaseResult>> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<Path, List<CaseResult>> file : files.entrySet()) {
      String name = "TEST-" + names.suite(file.getKey()) + ".xml";
      Files.writeString(folder.resolve(name), render(file.getKey(), file.getValue()));
    }
  }

  String render(Path file, List<CaseResult> results) {
    String suite = names.suite(file);
    XmlLines xml = new XmlLines();
    xml.begin(
        "testsuite",
        "name",
        suite,
        "time",
        seconds(results.stream().mapToLong(CaseResult::nanos).sum()),
        "tests",
        results.size(),
        "errors",
        count(results, Outcome.BROKEN),
        "skipped",
        count(results, Outcome.TODO),
        "failures",
        count(results, Outcome.FAILED));
    results.forEach(result -> testCase(xml, suite, result));
    return xml.end().document();
  }

  private void testCase(XmlLines xml, String suite, CaseResult result) {
    xml.begin(
        "testcase",
        "name",
        result.test().name(),
        "classname",
        suite,
        "time",
        seconds(result.nanos()),
        "file",
        names.of(result.suite().file()),
        "line",
        result.test().line());
    switch (result.outcome()) {
      case FAILED -> problems(xml, "failure", result);
      case BROKEN -> problems(xml, "error", result);
      case TODO -> xml.element("skipped", "", "message", Words.reason(result));
      case PASSED, TODO_PASSED -> {}
    }
    String output = output(result);
    if (!output.isEmpty()) {
      xml.element("system-out", output);
    }
    xml.end();
  }

  // One element, since readers take only the first.
  private void problems(XmlLines xml, String element, CaseResult result) {
    List<Problem> problems = result.problems().stream().map(names::in).toList();
    String message = problems.get(0).message();
    if (problems.size() > 1) {
      message += " (and %d more)".formatted(problems.size() - 1);
    }
    String text =
        problems.stream()
            .map(p -> p.message() + "\n" + String.join("\n", p.details()))
            .map(String::strip)
            .collect(Collectors.joining("\n\n"));
    xml.element(element, text, "message", message, "type", problems.get(0).kind().name());
  }

  private static String output(CaseResult result) {
    String alerts = result.alerts().stream().map(Words::alert).collect(Collectors.joining("\n"));
    return result.outcome() == Outcome.TODO_PASSED
        ? (Words.reason(result) + "\n" + alerts).strip()
        : alerts;
  }

  private static long count(List<CaseResult> results, Outcome outcome) {
    return results.stream().filter(r -> r.outcome() == outcome).count();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
