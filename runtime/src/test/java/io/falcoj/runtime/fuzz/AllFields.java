package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.BoundField;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.value.TextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every field of system call events, with an argument where one is possible, in each of its forms:
 * as text, as JSON, and as conditions see it where that differs.
 */
final class AllFields {
  private record Bound(String text, FieldReader reader, @Nullable BoundField condition) {
    static Bound of(String text, FieldRef ref) {
      FieldDef def = ref.def();
      boolean differs =
          def.shape() != Shape.SINGLE
              || def.has(FieldFlag.FILTER_ONLY)
              || def.type().family() == Family.NETWORK;
      return new Bound(text, FieldReader.of(ref), differs ? BoundField.of(ref) : null);
    }
  }

  private static final FieldCatalog CATALOG = FieldCatalog.standard();

  /** Arguments to try; a field takes those of its kind. */
  private static final List<String> ARGUMENTS =
      List.of("", "[0]", "[1]", "[7]", "[app]", "[/*]", ".cpu", ".src", ".dst", ".3");

  private static final AllFields INSTANCE = new AllFields();

  private final List<Bound> ofEveryEvent = new ArrayList<>();
  private final List<List<Bound>> ofParameters = new ArrayList<>();

  private AllFields() {
    CATALOG.all().stream()
        .filter(def -> def.fieldClass().in(EventSources.SYSCALL))
        .map(FieldDef::name)
        .distinct()
        .flatMap(name -> ARGUMENTS.stream().map(argument -> name + argument))
        .forEach(text -> bind(text, ofEveryEvent));
    for (EventType type : EventTable.standard().all()) {
      List<Bound> fields = new ArrayList<>();
      for (int i = 0; i < type.params().size(); i++) {
        ParamDef param = type.params().get(i);
        Stream.of("evt.arg." + param.name(), "evt.rawarg." + param.name(), "evt.arg[" + i + "]")
            .forEach(text -> bind(text, fields));
      }
      ofParameters.add(fields);
    }
  }

  static AllFields instance() {
    return INSTANCE;
  }

  int size() {
    return ofEveryEvent.size();
  }

  private static void bind(String text, List<Bound> fields) {
    FieldRef ref;
    try {
      ref = CATALOG.resolve(text, EventSources.SYSCALL);
    } catch (FieldException e) {
      return;
    }
    if (ref != null) {
      fields.add(Bound.of(text, ref));
    }
  }

  /** Appends a line for each form of each field that the event has. */
  void append(MatchContext ctx, TextBuilder out) {
    append(ofEveryEvent, ctx, out);
    append(ofParameters.get(ctx.eventCode()), ctx, out);
  }

  private static void append(List<Bound> fields, MatchContext ctx, TextBuilder out) {
    WrittenValue json = new WrittenValue(out);
    for (Bound field : fields) {
      out.append(field.text).append('=');
      ctx.clearAbsent();
      field.reader.appendText(ctx, out);
      out.append('\t');
      ctx.clearAbsent();
      field.reader.visit(ctx, json);
      if (field.condition != null) {
        out.append('\t');
        ctx.clearAbsent();
        field.condition.appendText(ctx, out);
      }
      out.append('\n');
    }
  }
}
