package io.falcoj.testkit.record;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.testkit.record.RecordException.Kind;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.run.RulesException;
import java.util.List;

/**
 * Which events a test is about, as a bundle of one rule that matches them.
 *
 * @param text for people
 */
public record EventFilter(String text, Bundle bundle) {
  /** What stays as it is when the recording is made smaller. */
  private static final String CALL = "%evt.type %proc.cmdline %proc.pname %fd.name %user.name";

  private static final String AUDIT = "%ka.verb %ka.user.name";

  /**
   * Events that match a condition.
   *
   * @param source event source of the events
   * @throws RulesException with the diagnostics when it is no condition
   */
  public static EventFilter condition(String condition, String source) throws RulesException {
    // On one line, so that diagnostics show the condition and where in it.
    String shown = source.equals(EventSources.K8S_AUDIT) ? AUDIT : CALL;
    String rule =
        "- {condition: '%s', rule: filter, desc: filter, output: '%s', priority: DEBUG, source: %s}"
            .formatted(condition.replace("'", "''"), shown, source);
    List<SourceFile> file = List.of(new SourceFile("filter", rule));
    return new EventFilter(condition, LoadedRules.compile(file, "filter").bundle());
  }

  /**
   * Events that match one of the rules.
   *
   * @throws RulesException when the rules are invalid
   * @throws RecordException for a name that is none of a rule, or that of a disabled one
   */
  public static EventFilter rule(List<SourceFile> files, String name)
      throws RulesException, RecordException {
    LoadedRules rules = LoadedRules.compile(files, "rules");
    RuleInfo rule =
        rules.find(name).orElseThrow(() -> new RecordException(Kind.USAGE, rules.unknown(name)));
    if (!rule.enabled()) {
      throw new RecordException(
          Kind.USAGE, "rule \"" + name + "\" is disabled, so no test can expect it");
    }
    CheckedRules checked = RuleCompiler.check(files, CompilerOptions.defaults());
    byte[] bundle = RuleCompiler.bundle(checked, r -> r.rule().name().equals(name));
    try {
      return new EventFilter("rule \"" + name + "\"", BundleLoader.load(bundle, name));
    } catch (BundleException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }
}
