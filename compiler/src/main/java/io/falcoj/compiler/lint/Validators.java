package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.diag.Diagnostics;
import java.util.List;

/** The validators in order. */
public final class Validators {
  private static final Validators STANDARD = new Validators(List.of(new MissingEventType()));

  private final List<Validator> validators;

  private Validators(List<Validator> validators) {
    this.validators = validators;
  }

  public static Validators standard() {
    return STANDARD;
  }

  public void run(TypedRules rules, Diagnostics diagnostics) {
    for (TypedRule rule : rules.rules()) {
      for (Validator validator : validators) {
        validator.check(rule, diagnostics.within(rule.rule().context()));
      }
    }
  }
}
