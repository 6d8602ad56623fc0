package io.falcoj.compiler.check;

import io.falcoj.compiler.check.condition.CheckException;
import io.falcoj.compiler.check.condition.RuleFindings;
import io.falcoj.compiler.check.condition.RuleFindings.Part;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.TemplateException;
import io.falcoj.runtime.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;

/** Checks the outputs of rules. */
final class OutputChecker {
  /** Replaced by nothing, as Falco does ({@code userspace/engine/rule_loader_compiler.cpp}). */
  private static final String CONTAINER_INFO = "%container.info";

  private static final String CONTAINER_INFO_DEPRECATED =
      "%container.info is deprecated and no more useful, and will be dropped by Falco 1.0.0. The"
          + " container plugin will automatically add required fields to the output message.";

  private OutputChecker() {}

  /** Falco looks for the names as parts of the text. */
  private static void findDeprecated(RuleDef rule, FieldCatalog catalog, RuleFindings findings) {
    for (FieldDef field : catalog.all()) {
      int at = RuleFindings.isDeprecated(field) ? rule.output().text().indexOf(field.name()) : -1;
      if (at >= 0) {
        findings.deprecated(field.name(), rule.output().span(at, at + field.name().length()));
      }
    }
  }

  /** Checks the template; returns it without what no engine prints any more. */
  static String check(RuleDef rule, FieldCatalog catalog, RuleFindings findings) {
    ScalarText output = withoutContainerInfo(rule.output(), findings);
    findings.enter(Part.OUTPUT);
    if (output.text().isEmpty()) {
      findings.fail(
          CheckException.output(rule.output().span(), "the output is empty")
              .falco("empty formatting token"));
      return output.text();
    }
    findDeprecated(rule, catalog, findings);
    OutputTemplate template =
        TemplateParser.check(
            output.text(), catalog, rule.source(), e -> findings.fail(badOutput(output, e)));
    for (FieldRef field : template.fields()) {
      findings.print(field);
    }
    return output.text();
  }

  private static CheckException badOutput(ScalarText output, TemplateException e) {
    SourceSpan place = output.span(e.start(), e.end());
    return e.isUnknown()
        ? CheckException.unknown(DiagnosticCode.BAD_OUTPUT, place, e.problem(), e.hint())
            .falco("unknown filter: unexpected token after '")
        : CheckException.output(place, e.problem())
            .falco("invalid formatting syntax: " + e.problem());
  }

  private static ScalarText withoutContainerInfo(ScalarText output, RuleFindings findings) {
    List<ScalarText> kept = new ArrayList<>();
    int end = 0;
    for (int at = find(output, end); at >= 0; at = find(output, end)) {
      kept.add(output.slice(end, at));
      end = at + CONTAINER_INFO.length();
    }
    if (end == 0) {
      return output;
    }
    int first = find(output, 0);
    findings.warn(
        new Diagnostic(
                DiagnosticCode.DEPRECATED_ITEM,
                output.span(first, first + CONTAINER_INFO.length()),
                CONTAINER_INFO + " no longer prints anything",
                "leave it out: the container's fields are appended to every output",
                List.of())
            .as(FalcoForm.SAME.withMessage(CONTAINER_INFO_DEPRECATED)));
    kept.add(output.slice(end, output.text().length()));
    return ScalarText.join(kept);
  }

  private static int find(ScalarText output, int from) {
    return output.text().indexOf(CONTAINER_INFO, from);
  }
}
