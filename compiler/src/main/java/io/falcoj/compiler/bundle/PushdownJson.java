package io.falcoj.compiler.bundle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.PushdownPlan.Decision;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.schema.EventTable;
import java.nio.charset.StandardCharsets;

/** Writes {@code pushdown.json}; its form is described at {@code PushdownReader} in the runtime. */
final class PushdownJson {
  static final String PATH = "META-INF/falco/pushdown.json";
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER = new JsonMapper();

  private PushdownJson() {}

  static byte[] bytes(PushdownPlan plan) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    ArrayNode events = root.putArray("events");
    plan.decisions().forEach(decision -> decision(events.addObject(), decision));
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void decision(ObjectNode node, Decision decision) {
    node.put("event", EventTable.standard().all().get(decision.event()).id());
    Filter filter = decision.filter();
    if (filter != null) {
      ArrayNode table = node.putArray("filter");
      filter.nodes().forEach(row -> row(table.addArray(), row));
    }
    decision.reasons().forEach(node.putArray("reasons")::add);
    ArrayNode needs = node.putArray("needs");
    decision
        .needs()
        .forEach(
            need ->
                needs
                    .addObject()
                    .put("rule", need.rule())
                    .put("condition", need.condition())
                    .put("later", need.later())
                    .put("all", need.all()));
  }

  private static void row(ArrayNode out, Node node) {
    out.add(node.source().kind().name()).add(node.source().param());
    Test test = node.test();
    out.add(test.getClass().getSimpleName());
    if (test instanceof Test.EqualTo equal) {
      out.add(equal.value());
    } else if (test instanceof Test.AnyBits bits) {
      out.add(bits.mask());
    } else if (test instanceof Test.LessThan less) {
      out.add(less.bound());
    } else if (test instanceof Test.InNumbers in) {
      in.values().forEach(out.addArray()::add);
    } else {
      ArrayNode values = out.addArray();
      test.texts()
          .forEach(text -> values.add(new String(text.toBytes(), StandardCharsets.ISO_8859_1)));
    }
    out.add(node.whenTrue()).add(node.whenFalse());
  }
}
