package io.falcoj.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.Checked;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.ir.IrPrinter;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeCheckerTest {

  @Test
  void anUnknownFieldComesWithTheNearestName() {
    Checked checked = Checked.condition("proc.nmae = cat");
    assertThat(checked.successful()).isFalse();
    assertThat(checked.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.UNKNOWN_FIELD);
    assertThat(checked.diagnostics().get(0).hint()).contains("proc.name");
  }

  @Test
  void everyWrongCheckOfAConditionIsReported() {
    Checked checked = Checked.condition("proc.name > 1 and proc.pid contains 1 and fd.sip = x");
    assertThat(checked.count(DiagnosticCode.CONDITION_TYPE)).isEqualTo(1);
    assertThat(checked.count(DiagnosticCode.BAD_LITERAL)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'fd.ip in (1.2.3.4)'",
    "'fd.net in (10.0.0.0/8, 11.0.0.0/8)'",
    "'fd.port intersects (22)'",
    "'fd.port = anyof (22, 23)'",
    "'proc.aname = anyof (a, b)'"
  })
  void mendedChecksAreReported(String condition) {
    assertThat(Checked.condition(condition).count(DiagnosticCode.DIFFERS_FROM_FALCO)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'proc.name = proc.pname', 1",
    "'proc.name = \"tolower(x)\"', 1",
    "'proc.name regex \"abc.*\"', 1",
    "'proc.name regex \"a[bc]\"', 0",
    "'proc.name = cat', 0"
  })
  void literalsThatLookLikeSomethingElse(String condition, long warnings) {
    assertThat(Checked.condition(condition).count(DiagnosticCode.COMPILE_CONDITION))
        .isEqualTo(warnings);
  }

  @Test
  void aRuleMayAskToBeLeftOutForUnknownNames() {
    String rule = Checked.rule("r", "no.such.field = 1") + "  skip-if-unknown-filter: true\n";
    Checked checked = Checked.file(rule);
    assertThat(checked.rules().rules()).isEmpty();
    assertThat(checked.diagnostics())
        .singleElement()
        .matches(d -> d.code() == DiagnosticCode.UNKNOWN_FILTER);
  }

  @Test
  void containerInfoIsTakenOutOfOutputs() {
    Checked checked =
        Checked.file(
            Checked.rule("r", "evt.type = open")
                .replace("output: out", "output: a %container.info"));
    assertThat(checked.rule().output()).isEqualTo("a ");
    assertThat(checked.count(DiagnosticCode.DEPRECATED_ITEM)).isEqualTo(1);
  }

  /** Lint and code generation read the codes at the same time, and {@code clone} trims. */
  @Test
  void copyingTheEventCodesOfARuleChangesNothing() {
    BitSet codes = new BitSet();
    codes.set(1000);
    codes.clear(1000);
    TypedRule checked = Checked.condition("evt.type = open").rule();
    TypedRule rule =
        new TypedRule(checked.rule(), checked.condition(), "", codes, checked.fields());
    codes.set(3);
    int size = rule.eventCodes().size();
    assertThat(rule.eventCodes().clone()).isEqualTo(new BitSet());
    assertThat(rule.eventCodes().size()).isEqualTo(size);
  }

  @Test
  void oldAuditRulesAskForAbsentValuesByName() {
    String yaml = Checked.rule("r", "ka.target.namespace = <NA>") + "  source: k8s_audit\n";
    Checked checked = Checked.file(yaml);
    assertThat(checked.count(DiagnosticCode.UNSAFE_NA_CHECK)).isEqualTo(1);
    assertThat(IrPrinter.print(checked.rule().condition()))
        .startsWith("(or (not (exists ka.target.namespace))");
  }
}
