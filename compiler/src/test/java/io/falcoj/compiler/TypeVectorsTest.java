package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.runtime.schema.EventTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Upstream's tests of types, operators and static event types. */
class TypeVectorsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<JsonNode> rows(String name) throws IOException {
    Path file = CORPUS.resolve("vectors/" + name);
    assumeTrue(Files.exists(file), "no corpus at " + CORPUS);
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void conditionsAreAcceptedAndRefusedAsUpstream() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows("type.jsonl")) {
      if (row.path("context").asText().equals("mock-fields")) {
        continue;
      }
      String condition = row.get("input").asText();
      Checked checked = Checked.condition(condition);
      boolean ok = row.get("expect").get("ok").asBoolean();
      if (checked.successful() != ok) {
        wrong.add(condition + " ok=" + ok + " but " + checked.messages());
      }
      long warnings = checked.count(DiagnosticCode.COMPILE_CONDITION);
      if (ok && row.get("expect").path("warnings").asLong(warnings) != warnings) {
        wrong.add(condition + " warnings " + checked.messages());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void staticEventTypesAreThoseOfUpstream() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows("evttypes.jsonl")) {
      String condition = row.get("input").asText();
      Checked checked = Checked.condition(condition);
      JsonNode expect = row.get("expect");
      BitSet expected;
      if (expect.path("same_evttypes_as").isTextual()) {
        expected = Checked.condition(expect.get("same_evttypes_as").asText()).eventCodes();
      } else if (expect.has("evttypes")) {
        expected = expected(expect.get("evttypes"));
      } else {
        continue;
      }
      boolean literalRefused = condition.contains("0x");
      if (!literalRefused && !expected.equals(checked.eventCodes())) {
        wrong.add(condition + " " + checked.eventCodes() + " " + checked.messages());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static BitSet expected(JsonNode node) {
    BitSet codes = new BitSet();
    Set<String> names = new TreeSet<>();
    node.path("only").forEach(n -> names.add(n.asText()));
    node.path("all_except").forEach(n -> names.add(n.asText()));
    EventTable table = EventTable.standard();
    names.forEach(name -> table.named(name).forEach(t -> codes.set(t.code())));
    if (node.has("all_except") || node.has("all")) {
      codes.flip(0, table.size());
    }
    return codes;
  }
}
