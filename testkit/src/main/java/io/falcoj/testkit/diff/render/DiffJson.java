package io.falcoj.testkit.diff.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falcoj.testkit.diff.RuleChange;
import io.falcoj.testkit.diff.RuleChange.Aspect;
import io.falcoj.testkit.diff.RuleChange.ConditionChange;
import io.falcoj.testkit.diff.RuleChange.Shadowing;
import io.falcoj.testkit.diff.RuleChange.Taken;
import io.falcoj.testkit.diff.RuleSetDiff;
import io.falcoj.testkit.diff.RuleSetDiff.Replayed;
import io.falcoj.testkit.diff.Witnesses;
import io.falcoj.testkit.diff.Witnesses.Witness;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Differences as one JSON object. */
public final class DiffJson {
  private final JsonGenerator json;

  private DiffJson(JsonGenerator json) {
    this.json = json;
  }

  /** Ended by LF. */
  public static String render(RuleSetDiff diff) {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = new JsonMapper().createGenerator(text).setPrettyPrinter(printer)) {
      new DiffJson(json).write(diff);
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes everything", e);
    }
    return text.append('\n').toString();
  }

  private interface Item<T> {
    void write(T value) throws IOException;
  }

  private void write(RuleSetDiff diff) throws IOException {
    json.writeStartObject();
    json.writeStringField("before", diff.before());
    json.writeStringField("after", diff.after());
    json.writeNumberField("unchanged", diff.unchanged());
    list("changes", diff.changes(), this::change);
    list("fixtures", diff.fixtures(), this::fixture);
    list("notes", diff.notes(), json::writeString);
    json.writeEndObject();
  }

  private void fixture(Replayed fixture) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", fixture.name());
    json.writeNumberField("events", fixture.events());
    if (!fixture.damage().isEmpty()) {
      json.writeStringField("damage", fixture.damage());
    }
    json.writeEndObject();
  }

  private void change(RuleChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", change.rule());
    json.writeStringField("change", lower(change.kind()));
    if (change.formerly() != null) {
      json.writeStringField("formerly", change.formerly());
    }
    json.writeStringField("place", change.place());
    condition(change.condition());
    shadowing(change.shadowing());
    list("aspects", change.aspects(), this::aspect);
    witnesses("events", change.witnesses());
    json.writeEndObject();
  }

  private void condition(@Nullable ConditionChange condition) throws IOException {
    if (condition == null) {
      return;
    }
    json.writeObjectFieldStart("condition");
    json.writeStringField("direction", lower(condition.direction()));
    json.writeBooleanField("proved", condition.proved());
    list("causes", condition.causes(), json::writeString);
    witnesses("lost", condition.lost());
    witnesses("gained", condition.gained());
    json.writeEndObject();
  }

  private void shadowing(@Nullable Shadowing shadowing) throws IOException {
    if (shadowing == null) {
      return;
    }
    json.writeObjectFieldStart("shadowing");
    if (!shadowing.proved().isEmpty()) {
      json.writeStringField("proved", shadowing.proved());
    }
    list("by", shadowing.by(), this::taken);
    json.writeEndObject();
  }

  private void taken(Taken taken) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", taken.rule());
    witnesses("events", taken.events());
    json.writeEndObject();
  }

  private void aspect(Aspect aspect) throws IOException {
    json.writeStartObject();
    json.writeStringField("part", lower(aspect.kind()));
    json.writeStringField("before", aspect.before());
    json.writeStringField("after", aspect.after());
    json.writeEndObject();
  }

  private void witnesses(String name, Witnesses witnesses) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", witnesses.count());
    list("first", witnesses.first(), this::witness);
    json.writeEndObject();
  }

  private void witness(Witness witness) throws IOException {
    json.writeStartObject();
    json.writeStringField("fixture", witness.fixture());
    json.writeNumberField("event", witness.event());
    json.writeStringField("text", witness.text());
    if (!witness.reason().isEmpty()) {
      json.writeStringField("reason", witness.reason());
    }
    json.writeEndObject();
  }

  private <T> void list(String name, List<T> items, Item<T> item) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : items) {
      item.write(value);
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
