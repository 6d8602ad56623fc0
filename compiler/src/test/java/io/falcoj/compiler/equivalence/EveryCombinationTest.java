package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.equivalence.Combination.Right;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares every operator with every field type, modifier and transformer that it goes with. */
class EveryCombinationTest {
  private static final int EVENTS = 50;

  /** What the language had when the tests were written, a little less: nothing may drop out. */
  private static final int SYSCALL_COMBINATIONS = 3_300;

  private static final int AUDIT_COMBINATIONS = 950;

  @Test
  void everyCombinationOfSystemCallsAgrees() throws BundleException {
    assertThat(compare(EventSources.SYSCALL)).isGreaterThan(SYSCALL_COMBINATIONS);
  }

  @Test
  void everyCombinationOfAuditEventsAgrees() throws BundleException {
    assertThat(compare(EventSources.K8S_AUDIT)).isGreaterThan(AUDIT_COMBINATIONS);
  }

  /** Compares a check of each combination; returns how many the front end accepted. */
  private static int compare(String source) throws BundleException {
    Language language = Language.of(source);
    Random random = new Random(3);
    List<String> checks = new ArrayList<>();
    for (Combination combination : language.combinations()) {
      checks.add(language.check(combination, random, List.of()));
    }
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < checks.size(); i++) {
      yaml.append(FrontEnd.rule("r" + i, checks.get(i), source));
    }
    CheckedRules checked = FrontEnd.checked(yaml.toString(), new Diagnostics());
    TypedRules rules = checked.typed();
    List<Integer> events = IntStream.range(1_000, 1_000 + EVENTS).boxed().toList();
    Batch batch = new Batch(source, checked);
    assertThat(batch.run(events).stream().map(d -> d.rule().condition() + ": " + d.verdicts()))
        .isEmpty();
    assertThat(batch.matched()).isGreaterThan(rules.rules().size());
    return rules.rules().size();
  }

  @Test
  void everyOperatorFieldTypeModifierAndTransformerOccurs() {
    Set<Operator> operators = EnumSet.noneOf(Operator.class);
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Set<FieldDef.Shape> shapes = EnumSet.noneOf(FieldDef.Shape.class);
    Set<FieldType> types = new HashSet<>();
    Set<String> calls = new HashSet<>();
    Set<String> triples = new HashSet<>();
    for (String source : EventSources.all()) {
      for (Combination combination : Language.of(source).combinations()) {
        operators.add(combination.operator());
        modifiers.add(combination.modifier());
        rights.add(combination.right());
        shapes.add(combination.fields().shape());
        types.add(combination.fields().type());
        calls.add(combination.call());
        triples.add(combination.operator() + " " + combination.modifier());
      }
    }
    assertThat(operators).containsExactlyInAnyOrder(Operator.values());
    assertThat(modifiers).containsExactlyInAnyOrder(Modifier.values());
    assertThat(rights).containsExactlyInAnyOrder(Right.values());
    assertThat(shapes).containsExactlyInAnyOrder(FieldDef.Shape.values());
    for (Transformer transformer : Transformer.values()) {
      assertThat(calls).anyMatch(call -> call.contains(transformer.label() + "("));
    }
    for (Operator operator : Operator.values()) {
      for (Modifier modifier : Modifier.values()) {
        if (modifier == Modifier.NONE || operator.takesModifier()) {
          assertThat(triples).contains(operator + " " + modifier);
        }
      }
    }
    assertThat(types).containsAll(comparableTypes());
  }

  private static Set<FieldType> comparableTypes() {
    Set<FieldType> types = EnumSet.noneOf(FieldType.class);
    for (FieldDef def : FieldCatalog.standard().all()) {
      if (def.type() != FieldType.DYN) {
        types.add(def.type());
      }
    }
    return types;
  }
}
