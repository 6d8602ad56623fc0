package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypeChecker;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions through the whole front end; rules that it refuses are left out. */
final class FrontEnd {
  private FrontEnd() {}

  static String rule(String name, String condition, String source) {
    return "- rule: %s\n  desc: d\n  condition: %s\n  output: o\n  priority: INFO\n  source: %s\n"
        .formatted(name, quoted(condition), source);
  }

  static String macro(String name, String condition) {
    return "- macro: %s\n  condition: %s\n".formatted(name, quoted(condition));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static TypedRules check(String yaml) {
    return check(yaml, new Diagnostics());
  }

  static TypedRules check(String yaml, Diagnostics diags) {
    return checked(yaml, diags).typed();
  }

  static CheckedRules checked(String yaml, Diagnostics diags) {
    SourceFile source = new SourceFile("random.yaml", yaml);
    RuleCatalog catalog = RuleCollector.collect(List.of(RuleFileReader.read(source, diags)), diags);
    ParsedRules parsed = ConditionReader.read(catalog, rule -> false, diags);
    TypedRules typed =
        TypeChecker.check(
            Resolver.resolve(parsed, diags),
            FieldCatalog.standard(),
            Set.of("syscall", "k8s_audit"),
            file -> false,
            file -> false,
            diags);
    return new CheckedRules(diags.reported(), parsed, typed);
  }

  /** The conditions that the front end accepts, by their number. */
  static Map<Integer, TypedRule> conditions(List<String> conditions, String source) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      yaml.append(rule("r" + i, conditions.get(i), source));
    }
    Map<Integer, TypedRule> accepted = new HashMap<>();
    for (TypedRule rule : check(yaml.toString()).rules()) {
      accepted.put(Integer.parseInt(rule.rule().name().substring(1)), rule);
    }
    return accepted;
  }
}
