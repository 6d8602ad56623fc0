package io.falcoj.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule files to conditions without names. */
class ResolverTest {
  private final Diagnostics diags = new Diagnostics();

  private ResolvedRules resolve(String... texts) {
    List<SourceFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(new SourceFile("f" + files.size() + ".yaml", text));
    }
    RuleCatalog catalog =
        RuleCollector.collect(
            files.stream().map(f -> RuleFileReader.read(f, diags)).toList(), diags);
    return Resolver.resolve(ConditionReader.read(catalog, rule -> false, diags), diags);
  }

  private static String rule(String name, String condition) {
    return "- {rule: "
        + name
        + ", desc: d, output: o, priority: INFO, condition: '"
        + condition
        + "'}\n";
  }

  private static String macro(String name, String condition) {
    return "- {macro: " + name + ", condition: '" + condition + "'}\n";
  }

  private static String list(String name, String... items) {
    return "- {list: " + name + ", items: " + Arrays.toString(items) + "}\n";
  }

  private static String append(String kind, String name, String condition) {
    return "- {"
        + kind
        + ": "
        + name
        + ", condition: '"
        + condition
        + "', override: {condition: append}}\n";
  }

  private String condition(String... texts) {
    ResolvedRules rules = resolve(texts);
    assertThat(errors()).isEmpty();
    return AstPrinter.print(rules.rules().get(0).condition());
  }

  private List<String> errors() {
    return messages(Severity.ERROR);
  }

  private List<String> messages(Severity severity) {
    return diags.reported().stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }

  @Test
  void listsAreTextWithDelimiters() {
    String lists = list("l", "a", "b c") + list("none") + list("k", "l", "d");
    assertThat(condition(lists + rule("r", "proc.name in (l)")))
        .isEqualTo("proc.name in (a, \"b c\")");
    assertThat(condition(lists + rule("r", "proc.name in (x, none, l)")))
        .isEqualTo("proc.name in (x, a, \"b c\")");
    assertThat(condition(lists + rule("r", "proc.name in (none)"))).isEqualTo("proc.name in ()");
    assertThat(condition(lists + rule("r", "proc.name in (k)")))
        .isEqualTo("proc.name in (a, \"b c\", d)");
    assertThat(condition(lists + rule("r", "proc.name in (ll, l.l)")))
        .isEqualTo("proc.name in (ll, l.l)");
  }

  @Test
  void listNamesBetweenBlanksCountInsideQuotes() {
    String lists = list("l", "a", "b");
    assertThat(condition(lists + rule("r", "proc.cmdline = \"x l y\"")))
        .isEqualTo("proc.cmdline = \"x a, b y\"");
    assertThat(condition(lists + rule("r", "proc.cmdline = \"l\""))).isEqualTo("proc.cmdline = l");
  }

  @Test
  void itemsKeepTheirPlaces() {
    String items = "- list: l\n  items: [good, 'b=d']\n";
    resolve(items + rule("r", "proc.name in (l)"));
    Diagnostic error = diags.reported().get(0);
    SourceSpan span = error.span();
    assertThat(error.message()).isEqualTo("expected a ')' token");
    assertThat(span.file().text().substring(span.start(), span.end())).isEqualTo("=");
    assertThat(span.file().lines().line(span.start())).isEqualTo(2);
  }

  @Test
  void listsThatGrowWithoutEndAreRefused() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String next = "l" + (i + 1);
      text.append(list("l" + i, next, next, next, next));
    }
    text.append(list("l40", "x".repeat(1000)));
    resolve(text + rule("r", "proc.name in (l0)"));
    assertThat(errors()).hasSize(1).first().asString().contains("longer than");
  }

  @Test
  void appendedTextIsNotBracketed() {
    String macros =
        macro("a", "evt.num = 1") + macro("b", "evt.num = 2") + macro("c", "evt.num = 3");
    assertThat(condition(macros + rule("r", "a and not b") + append("rule", "r", "or c")))
        .isEqualTo("((evt.num = 1 and not evt.num = 2) or evt.num = 3)");
  }

  @Test
  void exceptionsAreAddedToTheWholeCondition() {
    String text =
        "- rule: r\n  desc: d\n  output: o\n  priority: INFO\n  condition: evt.num = 1\n"
            + "  exceptions:\n"
            + "    - {name: one, fields: proc.name, values: [a, b c]}\n"
            + "    - {name: two, fields: [proc.name, fd.name], comps: [=, startswith],"
            + " values: [[a, /b], [c, /d]]}\n"
            + "    - {name: three, fields: [proc.name], comps: [in], values: [[[x, y]], [l]]}\n"
            + "    - {name: four, fields: proc.name, comps: endswith anyof, values: [sh]}\n"
            + "    - {name: none, fields: proc.name}\n"
            + list("l", "p", "q")
            + "- {rule: r, condition: or evt.num = 2, override: {condition: append}}\n";
    assertThat(condition(text))
        .isEqualTo(
            "((evt.num = 1 or evt.num = 2)"
                + " and not proc.name in (a, \"b c\")"
                + " and not ((proc.name = a and fd.name startswith /b)"
                + " or (proc.name = c and fd.name startswith /d))"
                + " and not (proc.name in (x, y) or proc.name in (p, q))"
                + " and not proc.name endswith anyof (sh))");
  }

  @Test
  void macrosSeeThoseDefinedBeforeTheirLastDefinition() {
    String later = macro("a", "b") + macro("b", "evt.num = 1") + rule("r", "a");
    resolve(later);
    assertThat(errors()).containsExactly("Undefined macro 'b' used in filter.");
    assertThat(new ResolverTest().condition(later + append("macro", "a", "and b")))
        .isEqualTo("(evt.num = 1 and evt.num = 1)");
  }

  @Test
  void loopsAreErrors() {
    resolve(macro("a", "evt.num = 1") + append("macro", "a", "or a") + rule("r", "a"));
    assertThat(errors()).containsExactly("reference loop in macro 'a'");
  }

  @Test
  void whatALaterFileMendsIsAnErrorNevertheless() {
    resolve(rule("r", "m"), macro("m", "evt.num = 1"));
    assertThat(errors()).containsExactly("Undefined macro 'm' used in filter.");
    diags.reported().forEach(d -> assertThat(d.span().file().name()).isEqualTo("f0.yaml"));
    ResolverTest replaced = new ResolverTest();
    replaced.resolve(rule("r", "evt.num ="), rule("r", "evt.num = 1"));
    assertThat(replaced.errors()).hasSize(1);
  }

  @Test
  void redefinitionKeepsTheFirstPlace() {
    ResolvedRules rules =
        resolve(rule("a", "evt.num = 1") + rule("b", "evt.num = 2"), rule("a", "evt.num = 3"));
    assertThat(rules.rules()).extracting(r -> r.rule().name()).containsExactly("a", "b");
    assertThat(AstPrinter.print(rules.rules().get(0).condition())).isEqualTo("evt.num = 3");
  }

  @Test
  void namesThatALaterFileUsesAreUsed() {
    resolve(list("l", "a") + macro("m", "evt.num = 1"), rule("r", "m and proc.name in (l)"));
    assertThat(messages(Severity.WARNING)).isEmpty();
    ResolverTest alone = new ResolverTest();
    alone.resolve(list("l", "a") + macro("m", "evt.num = 1"), rule("r", "evt.num = 1"));
    assertThat(alone.messages(Severity.WARNING))
        .containsExactlyInAnyOrder(
            "Macro not referred to by any other rule/macro",
            "List not referred to by any other rule/macro");
  }

  @Test
  void conditionsSayThroughWhichMacrosAPlaceCame() {
    ResolvedRules rules = resolve(macro("a", "evt.num = 1") + macro("b", "a") + rule("r", "b"));
    ResolvedRule rule = rules.rules().get(0);
    assertThat(rule.related(rule.condition().span()))
        .extracting(Diagnostic.Related::message)
        .containsExactly("used by macro `a`", "used by macro `b`", "from rule \"r\"");
  }

  @Test
  void macrosThatMultiplyAreRefusedQuickly() {
    StringBuilder text = new StringBuilder(macro("m0", "evt.num = 1"));
    for (int i = 1; i < 60; i++) {
      text.append(macro("m" + i, "m" + (i - 1) + " and m" + (i - 1)));
    }
    resolve(text + rule("r", "m59"));
    assertThat(errors()).isNotEmpty().allMatch(m -> m.contains("too deep or too large"));
    ResolverTest deep = new ResolverTest();
    StringBuilder chain = new StringBuilder(macro("m0", "evt.num = 1"));
    for (int i = 1; i < 5000; i++) {
      chain.append(macro("m" + i, "evt.num = 2 and (evt.num = 3 or m" + (i - 1) + ")"));
    }
    deep.resolve(chain + rule("r", "m4999"));
    assertThat(deep.errors()).isNotEmpty();
  }

  @Test
  void negationsOfAllKindsKeepTheirMeaning() {
    assertThat(condition(rule("r", "not not evt.num = 1 and not(not evt.num = 2)")))
        .isEqualTo("(evt.num = 1 and not not evt.num = 2)");
  }
}
