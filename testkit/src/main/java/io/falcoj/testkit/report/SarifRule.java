package io.falcoj.testkit.report;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.yaml.Fault;

/**
 * A kind of result.
 *
 * @param meaning what a result of it says, in Markdown
 * @param wayOut what to do about it, in Markdown
 */
record SarifRule(String id, String level, String meaning, String wayOut) {
  static final SarifRule FAILED_CASE =
      new SarifRule(
          "failed-case",
          "error",
          "The alerts of a test case are not those that it expects.",
          "Correct the rule, or what the case expects of it.");
  static final SarifRule BROKEN_CASE =
      new SarifRule(
          "broken-case",
          "error",
          "The events of a test case cannot be read to their end.",
          "Correct the place of the recording, or record it again.");
  static final SarifRule TODO_PASSED =
      new SarifRule(
          "todo-passed",
          "note",
          "A test case passes although it is marked `todo`.",
          "Take the mark away, so that the case fails when it has to.");
  static final SarifRule UNTESTED_CONDITION =
      new SarifRule(
          "untested-condition",
          "note",
          "No test case shows that a check holds, or none that it does not.",
          "Write a case for the side that is missing.");

  static SarifRule of(Finding finding) {
    String level =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "note";
        };
    if (finding instanceof Diagnostic diagnostic) {
      String wayOut = diagnostic.code().wayOut();
      return new SarifRule(finding.label(), level, diagnostic.code().meaning(), wayOut);
    }
    String meaning = finding instanceof Fault fault ? fault.code().meaning() : finding.message();
    return new SarifRule(finding.label(), level, meaning, "Correct what the message names.");
  }
}
