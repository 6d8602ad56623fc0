package io.falcoj.testkit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.pages.Attack.Technique;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackTest {
  @Test
  void aTechniqueOfItsTacticIsNoFault() {
    assertThat(Attack.faults(List.of("host", "mitre_privilege_escalation", "T1611"))).isEmpty();
    assertThat(Attack.faults(List.of("maturity_stable"))).isEmpty();
  }

  @Test
  void aNumberThatNobodyKnowsIsOne() {
    assertThat(Attack.faults(List.of("mitre_impact", "T9999", "T1485")))
        .containsExactly("no technique T9999 is known");
  }

  @Test
  void aTechniqueOfAnotherTacticIsOne() {
    assertThat(Attack.faults(List.of("mitre_impact", "T1485", "T1611")))
        .containsExactly("T1611 belongs to mitre_privilege_escalation, which is no tag");
  }

  @Test
  void aTacticWithoutATechniqueIsOne() {
    assertThat(Attack.faults(List.of("mitre_impact", "mitre_execution", "T1485")))
        .containsExactly("no technique among the tags belongs to mitre_execution");
  }

  @Test
  void theTableIsInOrderAndWhole() {
    assertThat(Attack.all()).extracting(Technique::id).isSorted().doesNotHaveDuplicates();
    assertThat(Attack.all()).allMatch(t -> !t.name().isBlank() && !t.tactics().isEmpty());
    assertThat(Attack.all())
        .flatExtracting(Technique::tactics)
        .allMatch(tactic -> tactic.matches("[a-z_]+"));
  }
}
