package io.falcoj.testkit.pages;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.source.ScalarText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a site changes a rule from a file of its own, which is loaded after those of the rule. */
final class TuningSection {
  private final DocumentedRule rule;
  private final Markdown page;

  TuningSection(DocumentedRule rule, Markdown page) {
    this.rule = rule;
    this.page = page;
  }

  void write() {
    page.heading(2, "Tuning");
    page.line("In a file of the site's own, loaded after these rules:").blank();
    List<String> lines = new ArrayList<>();
    rule.exceptions().forEach(exception -> exception(exception, lines));
    rule.lists().stream().limit(1).forEach(list -> list(list, lines));
    if (lines.isEmpty()) {
      lines.add("- rule: " + rule.info().name());
      lines.add("  condition: and not proc.name = known");
      lines.add("  override: {condition: append}");
    }
    page.block("yaml", lines);
    page.blank();
    named(
        "Lists",
        rule.lists().stream()
            .map(list -> Markdown.code(list.name()) + " (" + items(list) + ")")
            .toList());
    named("Macros", rule.macros().stream().map(MacroDef::name).map(Markdown::code).toList());
  }

  private void exception(ExceptionDef exception, List<String> lines) {
    lines.add("- rule: " + rule.info().name());
    lines.add("  exceptions:");
    lines.add("    - name: " + exception.name());
    lines.add("      values:");
    lines.add(
        "        - "
            + (exception.single()
                ? "value"
                : exception.fields().stream()
                    .map(field -> "value")
                    .collect(Collectors.joining(", ", "[", "]")))
            + "  # "
            + checks(exception));
    lines.add("  override: {exceptions: append}");
    lines.add("");
  }

  private static String checks(ExceptionDef exception) {
    List<String> checks = new ArrayList<>();
    for (int i = 0; i < exception.fields().size(); i++) {
      String comp = i < exception.comps().size() ? exception.comps().get(i).text() : "=";
      checks.add(exception.fields().get(i).text() + " " + comp);
    }
    return String.join(", ", checks);
  }

  private static void list(ListDef list, List<String> lines) {
    lines.add("- list: " + list.name());
    lines.add("  items: [another]");
    lines.add("  override: {items: append}");
  }

  private static String items(ListDef list) {
    return list.items().isEmpty()
        ? "empty"
        : Markdown.codes(list.items().stream().map(ScalarText::text).toList());
  }

  private void named(String what, List<String> names) {
    if (!names.isEmpty()) {
      page.line(what + " that it reads: " + String.join(", ", names) + ".").blank();
    }
  }
}
