package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Conflict;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.lint.RuleBase.TypedException;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exception, or one row of its values, that the rule's own condition excludes. */
final class IdleException implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    for (TypedRule rule : rules.rules()) {
      Facts facts = new Facts();
      if (facts.assume(rules.own(rule), true)) {
        for (TypedException exception : rules.exceptions(rule)) {
          check(rules, rule, exception, facts, diagnostics);
        }
      }
    }
  }

  private static void check(
      RuleBase rules,
      TypedRule rule,
      TypedException exception,
      Facts facts,
      Diagnostics diagnostics) {
    String name = "exception \"" + exception.parsed().exception().name() + "\"";
    if (!facts.allows(exception.condition(), true)) {
      SourceSpan place = exception.parsed().exception().span();
      report(rules, rule, place, name, facts, diagnostics);
    } else if (exception.condition() instanceof AnyOf rows) {
      List<ExceptionDef.Value> values = exception.parsed().exception().values();
      for (int i = 0; i < rows.operands().size(); i++) {
        if (!facts.allows(rows.operands().get(i), true)) {
          SourceSpan place = values.get(i).span(exception.parsed().exception().span());
          report(rules, rule, place, "this row of " + name, facts, diagnostics);
        }
      }
    }
  }

  private static String reason(TypedRule rule, @Nullable Conflict conflict) {
    return conflict == null || conflict.against() == null
        ? " to rule \"" + rule.rule().name() + "\""
        : ": rule \""
            + rule.rule().name()
            + "\" asks for `"
            + Conflicts.text(conflict.against().span())
            + "`";
  }

  private static void report(
      RuleBase rules,
      TypedRule rule,
      SourceSpan place,
      String what,
      Facts facts,
      Diagnostics diagnostics) {
    Conflict conflict = facts.conflict();
    rules.report(
        rule,
        DiagnosticCode.EXCEPTION_NEVER_APPLIES,
        place,
        what + " never applies" + reason(rule, conflict),
        null,
        Conflicts.related(conflict),
        diagnostics);
  }
}
