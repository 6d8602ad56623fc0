package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.syntax.grammar.ParsedText;
import io.falcoj.runtime.schema.Transformer;
import java.util.Set;
import java.util.TreeSet;

/** Names that a condition uses, and the vocabulary itself. */
final class DetailRows {
  private DetailRows() {}

  static Verdict details(JsonNode row) {
    JsonNode input = row.get("input");
    UsedNames names =
        UsedNames.of(
            ParsedText.parse(input.get("condition").asText()),
            set(input.path("known_macros")),
            set(input.path("known_lists")));
    JsonNode expect = row.get("expect");
    Verdict verdict = Verdict.AGREES;
    verdict = and(verdict, expect, "fields", names.fields());
    verdict = and(verdict, expect, "macros", names.macros());
    verdict = and(verdict, expect, "lists", names.lists());
    verdict = and(verdict, expect, "operators", names.operators());
    return and(verdict, expect, "transformers", names.transformers());
  }

  private static Verdict and(Verdict before, JsonNode expect, String key, Set<String> actual) {
    boolean open = before == Verdict.AGREES && expect.has(key);
    return open ? Verdict.equal(set(expect.get(key)), new TreeSet<>(actual)) : before;
  }

  static Verdict meta(JsonNode row) {
    Set<String> all = set(row.at("/expect/all"));
    boolean operators = row.get("input").asText().equals("supported_operators");
    for (String name : all) {
      if (operators ? Operator.of(name) == null : Transformer.named(name) == null) {
        return Verdict.differs("unknown: " + name);
      }
    }
    if (!operators) {
      return Verdict.equal(all.size(), Transformer.values().length);
    }
    for (String name : set(row.at("/expect/modifiers"))) {
      if (Modifier.of(name) == null) {
        return Verdict.differs("unknown: " + name);
      }
    }
    for (Operator operator : Operator.values()) {
      boolean listed = set(row.at("/expect/list_only")).contains(operator.text());
      if (operator.takesList() != listed || !all.contains(operator.text())) {
        return Verdict.differs("differs: " + operator);
      }
    }
    return Verdict.AGREES;
  }

  private static Set<String> set(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
