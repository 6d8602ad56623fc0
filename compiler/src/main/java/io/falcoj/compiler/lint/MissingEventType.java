package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.runtime.schema.EventSources;
import java.util.List;

/** A rule that runs for most events costs time for every one of them. */
final class MissingEventType implements Validator {
  /** Falco's threshold ({@code userspace/engine/rule_loader_compiler.cpp}). */
  private static final int MANY = 100;

  private static final String FALCO =
      "Rule matches too many evt.type values. This has a significant performance penalty.";

  @Override
  public boolean needsAllRules() {
    return false;
  }

  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    for (TypedRule rule : rules.rules()) {
      if (rule.rule().source().equals(EventSources.SYSCALL)
          && rule.rule().warnEvttypes()
          && rule.eventCodes().cardinality() > MANY) {
        diagnostics
            .within(rule.rule().context())
            .report(
                new Diagnostic(
                        DiagnosticCode.NO_EVTTYPE,
                        rule.rule().condition().span(),
                        "rule matches too many evt.type values, which costs time for every event",
                        "add a check of evt.type, or set warn_evttypes to false",
                        List.of())
                    .as(FalcoForm.SAME.withMessage(FALCO)));
      }
    }
  }
}
