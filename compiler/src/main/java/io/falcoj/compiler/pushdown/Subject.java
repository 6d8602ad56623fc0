package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.dispatch.EventTypeIndex;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.IrPrinter;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule, and what it can see. */
final class Subject {
  /** Begins of names of fields that show how many events or descriptors there were, or when. */
  private static final List<String> COUNTING =
      List.of(
          "evt.latency",
          "evt.deltatime",
          "evt.count",
          "evt.reltime",
          "evt.wait_latency",
          "fd.types",
          "fdlist.",
          "proc.fdopencount",
          "proc.fdusage",
          "thread.exectime",
          "thread.totexectime",
          "thread.cpu",
          "util.cnt");

  private final String name;
  private final Pred condition;
  private final BitSet codes;
  private final List<FieldRef> fields = new ArrayList<>();
  private final @Nullable String counting;

  Subject(TypedRule rule, FieldCatalog catalog) {
    this.name = rule.rule().name();
    this.condition = rule.condition();
    this.codes = EventTypeIndex.codes(rule);
    String found = Counter.isReadBy(condition) ? "util.cnt" : null;
    for (String text : rule.fields()) {
      if (COUNTING.stream().anyMatch(text::startsWith)) {
        found = text;
      }
      FieldRef ref = resolve(catalog, text, rule.rule().source());
      if (ref != null) {
        fields.add(ref);
      }
    }
    this.counting = found;
  }

  private static @Nullable FieldRef resolve(FieldCatalog catalog, String text, String source) {
    try {
      return catalog.resolve(text, source);
    } catch (FieldException e) {
      return null;
    }
  }

  String name() {
    return name;
  }

  /** A field that it reads and that every event changes, or null. */
  @Nullable String counting() {
    return counting;
  }

  /** What an event of that type must satisfy so that the rule can match it. */
  Formula ofEvent(EndView view, int code) {
    return codes.get(code) ? ConditionBounds.may(condition, view) : Formula.FALSE;
  }

  boolean sees(int code) {
    return codes.get(code);
  }

  /**
   * What must hold of a descriptor so that the rule can show later that its making was not told.
   *
   * @param path stands for the path that it was opened with
   */
  Formula ofLater(Descriptor descriptor, Source path, Outcomes outcomes) {
    BitSet later = (BitSet) codes.clone();
    later.andNot(descriptor == Descriptor.FILE ? Calls.OPENS : Calls.LINKING);
    Set<Reading> readings = new LinkedHashSet<>();
    for (FieldRef field : fields) {
      Reading reading = Reading.of(field, later);
      if (reading != null) {
        readings.add(reading);
      }
    }
    List<Formula> needs = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.printed() || asks(reading)) {
        needs.add(
            ConditionBounds.may(condition, new LaterView(reading, descriptor, path, outcomes)));
      }
    }
    return Formula.any(needs);
  }

  /** Whether the condition looks at the field, for the events in which that tells something. */
  private boolean asks(Reading reading) {
    Pred folded = EventTypeIndex.fold(condition, reading.codes());
    return IrPrinter.print(folded).contains(reading.group());
  }
}
