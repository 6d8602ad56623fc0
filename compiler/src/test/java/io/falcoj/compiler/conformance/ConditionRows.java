package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.Checked;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.ParamDef;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Single conditions: whether they compile, what they evaluate to, which events they can hold for.
 */
final class ConditionRows {
  private ConditionRows() {}

  static Verdict type(JsonNode row) throws Exception {
    OneRule rule = OneRule.of(real(row));
    JsonNode expect = row.get("expect");
    if (rule.compiles() != expect.get("ok").asBoolean()) {
      return Verdict.differs("compiles: " + rule.compiles() + " " + rule.problems());
    }
    if (rule.compiles() && expect.has("warnings")) {
      long warnings = rule.count(DiagnosticCode.COMPILE_CONDITION);
      return Verdict.equal(expect.get("warnings").asLong(), warnings);
    }
    return Verdict.AGREES;
  }

  static Verdict eval(JsonNode row) throws Exception {
    if (row.get("input").asText().contains("sample.")) {
      return Verdict.waiting("asks for fields of a plugin that upstream makes for its tests");
    }
    OneRule rule = OneRule.of(real(row));
    JsonNode expect = row.get("expect");
    if (expect.has("compiles")) {
      return rule.compiles() ? Verdict.AGREES : Verdict.differs(rule.problems());
    }
    if (expect.has("throws") && !rule.compiles()) {
      return Verdict.AGREES;
    }
    if (rule.reports(DiagnosticCode.DIFFERS_FROM_FALCO)) {
      return Verdict.deliberate(rule.problems());
    }
    if (!rule.compiles()) {
      return Verdict.differs(rule.problems());
    }
    if (expect.has("throws")) {
      return Verdict.differs("compiles, and upstream refuses it");
    }
    World world = isMock(row) ? mockWorld() : FixtureEvents.play(row.get("events"));
    return Verdict.equal(expect.get("result").asBoolean(), rule.matches(world));
  }

  private static boolean isMock(JsonNode row) {
    return row.path("context").asText().equals("mock-fields");
  }

  /** The row's condition, mock fields replaced by real ones that have their values. */
  private static String real(JsonNode row) {
    String condition = row.get("input").asText();
    if (!isMock(row)) {
      return condition;
    }
    String truth = row.get("kind").asText().equals("eval") ? "evt.cpu" : "proc.name";
    return condition
        .replace("c.true", truth)
        .replace("c.false", "evt.num")
        .replace("c.buffer", "evt.buffer")
        .replace("c.singlequote", "proc.name")
        .replace("c.doublequote", "proc.exe");
  }

  /** On CPU 1 an event that is not the first, by a process with quotes in its names. */
  private static World mockWorld() {
    World world = new World();
    for (int i = 0; i < 2; i++) {
      EventEncoder encoder =
          world.encoder().begin(EventTable.standard().byId("SYSCALL_EXECVE_19_X"), world.tick(), 1);
      for (ParamDef param : EventTable.standard().byId("SYSCALL_EXECVE_19_X").params()) {
        switch (param.name()) {
          case "exe" -> encoder.text("hello \"quoted\"");
          case "comm" -> encoder.text("hello 'quoted'");
          case "tid", "pid", "ptid" -> encoder.number(1);
          case "res" -> encoder.number(0);
          default -> encoder.absent();
        }
      }
      world.happens();
    }
    return world;
  }

  static Verdict warn(JsonNode row) throws Exception {
    String condition = row.get("input").asText();
    boolean audit = condition.contains("ka.") || condition.contains("jevt.");
    // Upstream asks its resolver alone, which does not know fields: these do not exist.
    String known =
        condition.replace("ka.field", "ka.verb").replace("jevt.field", "jevt.value[/stage]");
    String source = audit ? "  source: k8s_audit\n" : "";
    OneRule rule = OneRule.file(OneRule.text("test", known) + source);
    boolean warns =
        rule.reports(DiagnosticCode.UNSAFE_NA_CHECK)
            || rule.reports(DiagnosticCode.DEPRECATED_FIELD);
    return row.at("/expect/warns").asBoolean() == warns
        ? Verdict.AGREES
        : Verdict.differs("warns: " + warns + " " + rule.problems());
  }

  static Verdict eventTypes(JsonNode row) {
    Checked checked = Checked.condition(row.get("input").asText());
    JsonNode expect = row.get("expect");
    if (!checked.successful()) {
      // Upstream's analysis is asked about trees whose literals nothing has read yet.
      boolean literal = checked.count(DiagnosticCode.BAD_LITERAL) > 0;
      return literal && row.get("input").asText().contains("0x")
          ? Verdict.deliberate("no rule can say so: " + checked.messages())
          : Verdict.differs("does not compile: " + checked.messages());
    }
    if (expect.path("same_evttypes_as").isTextual()) {
      Checked other = Checked.condition(expect.get("same_evttypes_as").asText());
      return Verdict.equal(names(other.eventCodes()), names(checked.eventCodes()));
    }
    // Without a set to compare with, the set of all events is meant.
    JsonNode set = expect.path("evttypes");
    BitSet expected = set.isMissingNode() ? all() : codes(set);
    return Verdict.equal(names(expected), names(checked.eventCodes()));
  }

  private static BitSet all() {
    BitSet codes = new BitSet();
    codes.set(0, EventTable.standard().size());
    return codes;
  }

  private static BitSet codes(JsonNode node) {
    EventTable table = EventTable.standard();
    BitSet codes = new BitSet();
    for (String list : new String[] {"only", "all_except"}) {
      node.path(list).forEach(n -> table.named(n.asText()).forEach(t -> codes.set(t.code())));
    }
    if (node.has("all_except") || node.has("all")) {
      codes.flip(0, table.size());
    }
    return codes;
  }

  private static Set<String> names(BitSet codes) {
    Set<String> names = new TreeSet<>();
    EventTable.standard().all().stream()
        .filter(t -> codes.get(t.code()))
        .forEach(t -> names.add(t.id()));
    return names;
  }
}
