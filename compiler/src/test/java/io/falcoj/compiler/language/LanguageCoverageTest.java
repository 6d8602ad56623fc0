package io.falcoj.compiler.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.conformance.UsedNames;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cases leave out no part of the language. */
class LanguageCoverageTest {
  @Test
  void casesAreMany() {
    assertThat(CaseFiles.all()).hasSizeGreaterThanOrEqualTo(1_100);
  }

  @Test
  void namesAreUnique() {
    assertThat(CaseFiles.all().stream().map(LanguageCase::toString)).doesNotHaveDuplicates();
  }

  @Test
  void casesHaveEveryOperatorTransformerAndType() {
    Set<String> operators = new TreeSet<>();
    Set<String> transformers = new TreeSet<>();
    Set<FieldType> types = EnumSet.noneOf(FieldType.class);
    for (LanguageCase one : CaseFiles.all().stream().filter(c -> c.error() == null).toList()) {
      for (UsedNames names : names(one)) {
        operators.addAll(names.operators());
        transformers.addAll(names.transformers());
        for (String field : names.fields()) {
          FieldRef ref = FieldCatalog.standard().resolve(field, one.source());
          if (ref != null) {
            types.add(ref.def().type());
          }
        }
      }
    }

    for (Operator operator : Operator.values()) {
      assertThat(operators).contains(operator.text());
    }
    assertThat(transformers).containsAll(Transformer.labels()).contains("val");
    for (FieldDef field : FieldCatalog.standard().all()) {
      assertThat(types).contains(field.type());
    }
  }

  @Test
  void everyOperatorAndModifierMeetsAbsentValuesAndLists() {
    assertThat(missing("absent")).isEmpty();
    assertThat(missing("lists")).isEmpty();
  }

  private static List<String> missing(String feature) {
    List<String> conditions =
        CaseFiles.cases(feature).stream().map(LanguageCase::condition).toList();
    List<String> missing = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      for (Modifier modifier : Modifier.values()) {
        String written = " " + (operator.text() + " " + modifier.text()).strip();
        boolean allowed = modifier == Modifier.NONE || operator.takesModifier();
        if (allowed && conditions.stream().noneMatch(c -> (c + " ").contains(written + " "))) {
          missing.add(feature + ":" + written);
        }
      }
    }
    return missing;
  }

  private static List<UsedNames> names(LanguageCase one) {
    Diagnostics ignored = new Diagnostics();
    List<RuleFile> files =
        one.sources().stream().map(source -> RuleFileReader.read(source, ignored)).toList();
    RuleCatalog catalog = RuleCollector.collect(files, ignored);
    return Resolver.resolve(ConditionReader.read(catalog, rule -> false, ignored), ignored)
        .rules()
        .stream()
        .map(ResolvedRule::condition)
        .map(condition -> UsedNames.of(condition, Set.of(), Set.of()))
        .toList();
  }
}
