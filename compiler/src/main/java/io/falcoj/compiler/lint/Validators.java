package io.falcoj.compiler.lint;

import io.falcoj.compiler.diag.Diagnostics;
import java.util.List;

/** The validators in order. */
public final class Validators {
  private static final Validators STANDARD =
      new Validators(
          List.of(
              new MissingEventType(),
              new ConstantCondition(),
              new DeadAlternative(),
              new NeverSetField(),
              new IdleException(),
              new ShadowedRule(),
              new ShadowedDefinition(),
              new UnusedDefinition(),
              new SlowStart()));

  private static final Validators FALCOS = new Validators(List.of(new MissingEventType()));

  private final List<Validator> validators;

  private Validators(List<Validator> validators) {
    this.validators = validators;
  }

  public static Validators standard() {
    return STANDARD;
  }

  /** Those whose warnings Falco has too. */
  public static Validators falcos() {
    return FALCOS;
  }

  /** Runs them, after errors only those that look at each rule by itself. */
  public void run(RuleBase rules, Diagnostics diagnostics) {
    boolean complete = !diagnostics.hasErrors();
    for (Validator validator : validators) {
      if (complete || !validator.needsAllRules()) {
        validator.check(rules, diagnostics);
      }
    }
  }
}
