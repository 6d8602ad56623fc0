package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.syntax.grammar.ParseRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A kind of recorded facts and where its rows come from. */
record RowKind(String name, Source rows) {
  interface Source {
    List<Row> of(Path corpus) throws IOException;
  }

  interface Judge {
    Verdict judge(JsonNode row) throws Exception;
  }

  /** All kinds, in the order of their report. */
  static List<RowKind> all() {
    return List.of(
        vectors("parse", row -> verdict(ParseRows.parse(row))),
        vectors("escape", row -> verdict(ParseRows.escape(row))),
        vectors("type", ConditionRows::type),
        vectors("eval", ConditionRows::eval),
        vectors("extract", ExtractRows::extract),
        vectors("transform", TransformRows::transform),
        vectors("evttypes", ConditionRows::eventTypes),
        vectors("warn", ConditionRows::warn),
        vectors("details", DetailRows::details),
        vectors("meta", DetailRows::meta),
        vectors("util", UtilRows::util),
        vectors("format", FormatRows::format),
        vectors("load", LoadRows::load),
        new RowKind("loader-expectations", LoaderExpectationRows::of),
        new RowKind("golden-load", GoldenLoadRows::of),
        new RowKind("golden-details", GoldenDetailRows::of),
        new RowKind("golden-conditions", GoldenConditionRows::of),
        new RowKind("golden-rejected", GoldenConditionRows::rejected),
        new RowKind("golden-warnings", GoldenConditionRows::warnings),
        new RowKind("golden-expectations", GoldenExpectationRows::of),
        new RowKind("scenarios", ScenarioRows::of),
        new RowKind("sysdig-filters", SysdigRows::filters),
        new RowKind("sysdig-rules", SysdigRows::rules),
        new RowKind("sysdig-macros", SysdigRows::macros));
  }

  private static Verdict verdict(String difference) {
    return difference.isEmpty() ? Verdict.AGREES : Verdict.differs(difference);
  }

  private static RowKind vectors(String kind, Judge judge) {
    return new RowKind(
        kind,
        corpus -> {
          Path file = corpus.resolve("vectors/" + kind + ".jsonl");
          List<Row> rows = new ArrayList<>();
          if (Files.exists(file)) {
            for (JsonNode row : Corpus.json(file)) {
              rows.add(new Row(row.get("id").asText(), () -> judge.judge(row)));
            }
          }
          return rows;
        });
  }
}
