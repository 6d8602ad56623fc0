package io.falcoj.testkit.pages;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.runtime.abi.RuleInfo;
import java.util.List;
import java.util.Locale;

/**
 * A rule with all that its page says.
 *
 * @param condition text as in the rule file, on one line
 * @param macros that the condition names, directly or through others, each before those it names
 * @param lists whose items are part of the condition
 * @param cases that are about the rule
 */
record DocumentedRule(
    RuleInfo info,
    String condition,
    List<ExceptionDef> exceptions,
    List<MacroDef> macros,
    List<ListDef> lists,
    List<DocumentedCase> cases) {
  private static final String MATURITY = "maturity_";

  /** The rule's name as files and folders have it. */
  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  String slug() {
    return slug(info.name());
  }

  /** As the tag says, or nothing. */
  String maturity() {
    return info.tags().stream()
        .filter(tag -> tag.startsWith(MATURITY))
        .map(tag -> tag.substring(MATURITY.length()))
        .findFirst()
        .orElse("");
  }

  List<DocumentedCase> cases(DocumentedCase.Kind kind) {
    return cases.stream().filter(each -> each.kind() == kind).toList();
  }
}
