package io.falcoj.compiler.explain.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.ClauseResult.ItemMatch;
import io.falcoj.compiler.explain.EventSearch.Found;
import io.falcoj.compiler.explain.EventSearch.Match;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.interp.SeenValue;
import io.falcoj.compiler.ir.IrPrinter;
import io.falcoj.compiler.source.SourceSpan;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Explanations for programs, one JSON object on a line. Absent values are null. */
public final class ExplanationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Macros may lie within each other deeper than documents from elsewhere should. */
  private static final ObjectWriter WRITER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
                  .build())
          .writer();

  private ExplanationJson() {}

  /** An object with {@code explanation}. */
  public static String render(Explanation explanation) {
    ObjectNode out = NODES.objectNode();
    out.set("explanation", explanation(explanation));
    return text(out);
  }

  /** An object with {@code search} and, unless there were no events, {@code explanation}. */
  public static String render(Found found) {
    ObjectNode out = NODES.objectNode();
    out.set("search", search(found));
    Explanation best = found.best();
    if (best != null) {
      out.set("explanation", explanation(best));
    }
    return text(out);
  }

  private static String text(ObjectNode object) {
    try {
      return WRITER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of values can be written", e);
    }
  }

  private static ObjectNode search(Found found) {
    ObjectNode out = NODES.objectNode();
    out.put("events", found.events());
    out.put("shown", found.shown());
    ObjectNode hidden = out.putObject("hidden");
    found.hidden().forEach(hidden::put);
    ArrayNode matches = out.putArray("matches");
    for (Match match : found.matches()) {
      ObjectNode node = matches.addObject().put("event", match.event());
      if (match.earlier() != null) {
        node.set("earlier", rule(match.earlier()));
      }
    }
    ArrayNode misses = out.putArray("misses");
    for (Explanation miss : found.misses()) {
      misses.addObject().put("missing", miss.missing()).set("event", event(miss));
    }
    return out;
  }

  private static ObjectNode explanation(Explanation explanation) {
    RuleDef rule = explanation.rule();
    ObjectNode out = NODES.objectNode();
    out.put("verdict", lower(explanation.verdict()));
    ObjectNode about = rule(rule);
    about.put("source", rule.source());
    about.put("priority", rule.priority().label());
    about.put("enabled", rule.enabled());
    about.set("declarations", declarations(rule.revisions()));
    out.set("rule", about);
    out.set("event", event(explanation));
    ObjectNode gate = out.putObject("event_types");
    gate.put("shown", explanation.gate().shown());
    explanation.gate().types().forEach(gate.putArray("types")::add);
    ArrayNode deciding = gate.putArray("because");
    explanation.gate().deciding().forEach(c -> deciding.add(place(c.text(), c.place())));
    out.put("missing", explanation.missing());
    if (explanation.earlier() != null) {
      out.set("earlier", rule(explanation.earlier()));
    }
    out.set("condition", condition(explanation.condition()));
    return out;
  }

  private static ObjectNode event(Explanation explanation) {
    ObjectNode out = NODES.objectNode();
    out.put("number", explanation.event().number());
    out.put("time", explanation.event().timestamp());
    out.put("type", explanation.event().type());
    ObjectNode fields = out.putObject("fields");
    explanation.event().fields().forEach(fields::put);
    return out;
  }

  private static ObjectNode condition(ClauseResult result) {
    Clause clause = result.clause();
    ObjectNode out = NODES.objectNode();
    out.put("kind", lower(clause.kind()));
    if (!clause.text().isEmpty()) {
      out.put(clause.kind() == Clause.Kind.CHECK ? "text" : "name", clause.text());
    }
    addPlace(out, clause.place());
    if (!clause.origins().isEmpty()) {
      out.set("declarations", declarations(clause.origins()));
    }
    out.put("result", result.result());
    out.put("reached", result.reached());
    out.put("decisive", result.decisive());
    if (clause.kind() == Clause.Kind.CHECK) {
      check(result, out);
    } else {
      ArrayNode clauses = out.putArray("clauses");
      result.clauses().forEach(c -> clauses.add(condition(c)));
    }
    return out;
  }

  private static void check(ClauseResult result, ObjectNode out) {
    ArrayNode values = out.putArray("values");
    for (SeenValue value : result.seen()) {
      values.addObject().put("of", IrPrinter.print(value.load())).put("value", value.text());
    }
    ArrayNode from = out.putArray("listed");
    for (Clause.Listing listing : result.clause().listings()) {
      ObjectNode node = from.addObject();
      node.put(listing.list() ? "list" : "values", listing.text());
      addPlace(node, listing.place());
      node.put("size", listing.size());
    }
    ArrayNode items = out.putArray("items");
    for (ItemMatch item : result.items()) {
      ObjectNode node = place(item.text(), item.place());
      item.lists().forEach(node.putArray("lists")::add);
      items.add(node);
    }
  }

  private static ArrayNode declarations(List<Revision> revisions) {
    ArrayNode out = NODES.arrayNode();
    for (Revision revision : revisions) {
      ObjectNode node = out.addObject();
      node.put("kind", lower(revision.kind()));
      addPlace(node, revision.span());
      revision.keys().forEach(node.putArray("keys")::add);
      if (revision.enabled() != null) {
        node.put("enabled", revision.enabled());
      }
    }
    return out;
  }

  private static ObjectNode rule(RuleDef rule) {
    ObjectNode out = NODES.objectNode().put("name", rule.name());
    addPlace(out, rule.span());
    return out;
  }

  private static ObjectNode place(String text, SourceSpan place) {
    ObjectNode out = NODES.objectNode().put("text", text);
    addPlace(out, place);
    return out;
  }

  private static void addPlace(ObjectNode out, SourceSpan place) {
    out.put("file", place.file().name());
    out.put("line", PlaceNames.line(place));
    out.put("column", place.file().lines().column(place.start()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
