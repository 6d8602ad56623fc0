package io.falcoj.compiler;

import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.check.TypeChecker;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.check.UnknownOutputs;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Rules as the type checker leaves them, with what it reported. */
public record Checked(TypedRules rules, List<Diagnostic> diagnostics) {

  /** One rule with that condition. */
  public static Checked condition(String condition) {
    return file(rule("test", condition));
  }

  /** A rule as YAML. */
  public static String rule(String name, String condition) {
    String quoted = condition.replace("\\", "\\\\").replace("\"", "\\\"");
    return """
        - rule: %s
          condition: "%s"
          output: out
          desc: about
          priority: NOTICE
        """
        .formatted(name, quoted.replace("\n", "\\n").replace("\t", "\\t"));
  }

  /** Runs a task on the thread on which the compiler works, for those who watch that thread. */
  public static <T> T onCompilerThread(Supplier<T> task) {
    return DeepStack.call(task::get);
  }

  public static Checked file(String yaml) {
    return files(List.of(new SourceFile("test.yaml", yaml)));
  }

  /** The rules of several files; those that require no engine version may be old. */
  public static Checked files(List<SourceFile> sources) {
    Diagnostics diags = new Diagnostics();
    List<RuleFile> files = sources.stream().map(s -> RuleFileReader.read(s, diags)).toList();
    RuleCatalog catalog = RuleCollector.collect(files, diags);
    TypedRules rules =
        TypeChecker.check(
            Resolver.resolve(
                ConditionReader.read(
                    catalog, new UnknownOutputs(FieldCatalog.standard(), diags), diags),
                diags),
            FieldCatalog.standard(),
            Set.of("syscall", "k8s_audit"),
            file -> !file.text().contains("required_engine_version"),
            file -> false,
            diags);
    return new Checked(rules, diags.reported());
  }

  public boolean successful() {
    return rules.rules().size() == 1;
  }

  public TypedRule rule() {
    return rules.rules().get(0);
  }

  /** The rule of that name. */
  public TypedRule rule(String name) {
    return rules.rules().stream()
        .filter(rule -> rule.rule().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public BitSet eventCodes() {
    return successful() ? rule().eventCodes() : new BitSet();
  }

  public long count(DiagnosticCode code) {
    return diagnostics.stream().filter(d -> d.code() == code).count();
  }

  public List<String> messages() {
    return diagnostics.stream().map(d -> d.code().label() + ": " + d.message()).toList();
  }

  /** Conditions of all rules of files, names replaced, in the form in which Falco prints them. */
  public static Map<String, String> conditions(List<SourceFile> sources) {
    Diagnostics diags = new Diagnostics();
    List<RuleFile> files = sources.stream().map(s -> RuleFileReader.read(s, diags)).toList();
    RuleCatalog catalog = RuleCollector.collect(files, diags);
    Map<String, String> conditions = new LinkedHashMap<>();
    Resolver.resolve(ConditionReader.read(catalog, rule -> false, diags), diags)
        .rules()
        .forEach(r -> conditions.put(r.rule().name(), AstPrinter.print(r.condition())));
    return conditions;
  }
}
