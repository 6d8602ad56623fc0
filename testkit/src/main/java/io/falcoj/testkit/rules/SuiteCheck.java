package io.falcoj.testkit.rules;

import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.Expectation.FieldDemand;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.Selection;
import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.Known;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a suite to the rules under test: what it names has to be there. */
public final class SuiteCheck {
  private final RuleSet rules;
  private final @Nullable Selection only;
  private final List<Fault> faults;

  private SuiteCheck(RuleSet rules, @Nullable Selection only, List<Fault> faults) {
    this.rules = rules;
    this.only = only;
    this.faults = faults;
  }

  /**
   * Looks for what does not fit.
   *
   * @param faults told of it
   */
  public static void check(RuleTestSuite suite, RuleSet rules, List<Fault> faults) {
    SuiteCheck check = new SuiteCheck(rules, suite.only(), faults);
    if (suite.only() != null) {
      check.selection(suite.only());
    }
    for (RuleTest test : suite.tests()) {
      test.expected().forEach(check::expectation);
    }
  }

  private void selection(Selection selection) {
    for (Selection.Item item : selection.rules()) {
      if (rules.rules().stream().noneMatch(rule -> item.names(rule.name()))) {
        unknownRule(item.text(), item.place());
      }
    }
    Set<String> tags = new TreeSet<>();
    rules.rules().forEach(rule -> tags.addAll(rule.tags()));
    for (Selection.Item item : selection.tags()) {
      if (!tags.contains(item.text())) {
        add(
            FaultCode.UNKNOWN_RULE,
            item.place(),
            "no rule has the tag '" + item.text() + "'",
            Known.nearest(item.text(), tags));
      }
    }
  }

  private void expectation(Expectation expected) {
    RuleInfo rule = rules.rule(expected.rule());
    if (rule == null) {
      unknownRule(expected.rule(), expected.place());
      return;
    }
    if (only != null && !only.selects(rule.name(), rule.tags())) {
      add(
          FaultCode.RULE_OFF,
          expected.place(),
          "'only' switches the rule \"" + rule.name() + "\" off",
          "add it there, or leave it out here");
    }
    for (FieldDemand demand : expected.fields()) {
      field(demand, rule.source());
    }
  }

  private void field(FieldDemand demand, String source) {
    try {
      if (FieldCatalog.standard().resolve(demand.field(), source) == null) {
        add(
            FaultCode.UNKNOWN_FIELD,
            demand.place(),
            "no field `" + demand.field() + "`",
            FieldCatalog.standard().hint(demand.field(), source));
      }
    } catch (FieldException e) {
      add(FaultCode.UNKNOWN_FIELD, demand.place(), String.valueOf(e.getMessage()), null);
    }
  }

  private void unknownRule(String name, SourceSpan place) {
    List<String> names = rules.rules().stream().map(RuleInfo::name).toList();
    add(FaultCode.UNKNOWN_RULE, place, "no rule \"" + name + "\"", Known.nearest(name, names));
  }

  private void add(FaultCode code, SourceSpan place, String message, @Nullable String hint) {
    faults.add(new Fault(code, place, message, hint));
  }
}
