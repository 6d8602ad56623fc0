package io.falcoj.testkit.mutation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.testkit.mutation.MutantResult.Status;
import io.falcoj.testkit.mutation.MutationReport.Score;
import java.util.Locale;
import java.util.Map;

/** Mutation as JSON. */
public final class MutationJson {
  private MutationJson() {}

  /** The whole report. */
  public static String render(MutationReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    score(root, report.score());
    for (Status status : Status.values()) {
      root.put(label(status) + "_mutants", report.count(status));
    }
    scores(root.putArray("files"), "file", report.files());
    scores(root.putArray("rules"), "rule", report.rules());
    scores(root.putArray("mutators"), "mutator", report.mutators());
    ArrayNode mutants = root.putArray("mutants");
    report.mutants().forEach(mutant -> mutant(mutants.addObject(), mutant));
    return root.toPrettyString() + "\n";
  }

  private static void scores(ArrayNode array, String key, Map<String, Score> scores) {
    scores.forEach((name, score) -> score(array.addObject().put(key, name), score));
  }

  private static void score(ObjectNode node, Score score) {
    node.put("killed", score.killed()).put("alive", score.alive());
  }

  private static void mutant(ObjectNode node, MutantResult mutant) {
    node.put("file", mutant.file()).put("line", mutant.line()).put("column", mutant.column());
    node.put("declaration", mutant.declaration()).put("mutator", mutant.mutator());
    node.put("description", mutant.description()).put("status", label(mutant.status()));
    if (mutant.killer() != null) {
      node.put("killed_by", mutant.killer());
    }
    ArrayNode rules = node.putArray("rules");
    mutant.rules().forEach(rules::add);
    ArrayNode diff = node.putArray("diff");
    mutant.diff().forEach(diff::add);
  }

  private static String label(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
