package io.falcoj.testkit.pages;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One page for each rule, an index, and a layer for the ATT&amp;CK Navigator. Equal rules and tests
 * give equal bytes, on every machine.
 */
public final class RulePages {
  /** First line of every page, by which those of rules that are gone are known. */
  static final String MARK = "<!-- Written by falcoc docs from rules and tests. -->";

  private final RuleSet rules;
  private final List<RuleTestSuite> suites;
  private final Map<String, ParsedMacro> macros = new HashMap<>();
  private final Map<String, ListDef> lists = new HashMap<>();

  private RulePages(RuleSet rules, List<RuleTestSuite> suites) {
    this.rules = rules;
    this.suites = List.copyOf(suites);
    CheckedRules checked = rules.checked();
    checked.parsed().macros().forEach(macro -> macros.put(macro.macro().name(), macro));
    checked.catalog().lists().forEach(list -> lists.put(list.name(), list));
  }

  /** The files by their names. */
  public static Map<String, String> render(RuleSet rules, List<RuleTestSuite> suites) {
    List<DocumentedRule> documented = new RulePages(rules, suites).rules();
    Map<String, String> files = new TreeMap<>();
    documented.forEach(rule -> files.put(rule.slug() + ".md", RulePage.render(rule)));
    files.put("index.md", IndexPage.render(documented));
    files.put("navigator.json", TechniqueLayer.render(documented));
    return files;
  }

  private List<DocumentedRule> rules() {
    Map<String, ParsedRule> parsed = new LinkedHashMap<>();
    rules.checked().parsed().rules().forEach(rule -> parsed.put(rule.rule().name(), rule));
    List<DocumentedRule> documented = new ArrayList<>();
    for (RuleInfo info : rules.rules()) {
      ParsedRule rule = parsed.get(info.name());
      if (rule != null) {
        documented.add(document(info, rule));
      }
    }
    return documented;
  }

  private DocumentedRule document(RuleInfo info, ParsedRule rule) {
    Set<String> names = new LinkedHashSet<>();
    Names.in(rule.condition()).forEach(name -> collect(name, names));
    Set<String> used = new LinkedHashSet<>(sorted(rule.lists()));
    List<MacroDef> named = new ArrayList<>();
    for (String name : names) {
      ParsedMacro macro = macros.get(name);
      if (macro != null) {
        named.add(macro.macro());
        used.addAll(sorted(macro.lists()));
      }
    }
    List<ListDef> items = used.stream().filter(lists::containsKey).map(lists::get).toList();
    return new DocumentedRule(
        info, rule.rule().condition().text(), rule.rule().exceptions(), named, items, cases(info));
  }

  private void collect(String name, Set<String> names) {
    ParsedMacro macro = macros.get(name);
    if (macro != null && names.add(name) && macro.condition() != null) {
      Names.in(macro.condition()).forEach(inner -> collect(inner, names));
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private List<DocumentedCase> cases(RuleInfo rule) {
    List<DocumentedCase> cases = new ArrayList<>();
    for (RuleTestSuite suite : suites) {
      if (DocumentedCase.isAbout(suite, rule.name())) {
        suite.tests().forEach(test -> cases.add(DocumentedCase.of(suite, test, rule.name())));
      }
    }
    return cases;
  }
}
