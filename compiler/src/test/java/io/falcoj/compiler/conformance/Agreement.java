package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.conformance.Verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The verdicts on all rows of a kind. */
final class Agreement {
  private final String kind;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

  Agreement(String kind) {
    this.kind = kind;
  }

  void add(Row row) {
    Verdict verdict = row.verdict();
    String id = row.id();
    for (int copy = 2; verdicts.containsKey(id); copy++) {
      id = row.id() + "#" + copy;
    }
    verdicts.put(id, verdict);
  }

  String kind() {
    return kind;
  }

  int count(Outcome outcome) {
    return (int) verdicts.values().stream().filter(v -> v.outcome() == outcome).count();
  }

  /** Rows that can agree: all but those that wait. */
  int judged() {
    return verdicts.size() - count(Outcome.WAITING);
  }

  /** Rows that agree or differ on purpose. */
  int held() {
    return count(Outcome.AGREES) + count(Outcome.DELIBERATE);
  }

  /** The kind's part of the report. */
  ObjectNode figures() {
    ObjectNode figures = FidelityReport.suite(judged(), count(Outcome.AGREES));
    figures.put("deliberate", count(Outcome.DELIBERATE));
    figures.put("waiting", count(Outcome.WAITING));
    return figures;
  }

  /** Ids with reasons, by outcome; those that agree are only counted. */
  void writeTo(ObjectNode report) {
    ObjectNode node = report.putObject(kind);
    node.put("rows", verdicts.size());
    node.put("agree", count(Outcome.AGREES));
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.AGREES && count(outcome) > 0) {
        ObjectNode ids = node.putObject(outcome.name().toLowerCase(Locale.ROOT));
        verdicts.forEach(
            (id, verdict) -> {
              if (verdict.outcome() == outcome) {
                ids.put(id, verdict.reason());
              }
            });
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("%s: %d of %d rows agree".formatted(kind, count(Outcome.AGREES), verdicts.size()));
    append(text, Outcome.DELIBERATE, "differ on purpose");
    append(text, Outcome.WAITING, "wait");
    append(text, Outcome.DIFFERS, "differ");
    return text.toString();
  }

  private void append(StringBuilder text, Outcome outcome, String words) {
    if (count(outcome) > 0) {
      text.append(", ").append(count(outcome)).append(' ').append(words);
    }
  }
}
