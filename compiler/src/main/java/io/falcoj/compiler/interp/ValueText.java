package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values in words: fields as alerts print them, results of transformers as the texts they are. */
final class ValueText {
  private final LoadReader loads;
  private final MatchContext ctx;

  ValueText(LoadReader loads, MatchContext ctx) {
    this.loads = loads;
    this.ctx = ctx;
  }

  /** The value, or null when it is absent. */
  @Nullable String show(Load load) {
    if (load instanceof Load.Field field) {
      TextBuilder text = new TextBuilder().begin();
      boolean present = loads.bound(field).appendText(ctx, text);
      return present ? text.finish(new ByteSlice()).toString() : null;
    }
    LoadedValue value = loads.read(load, ctx);
    if (value == null) {
      return null;
    }
    if (value.list() != null) {
      return show(value.list());
    }
    boolean number = load.operand().type().family() == Family.UNSIGNED;
    return number ? Long.toUnsignedString(value.number()) : value.asText().toString();
  }

  /** Transformers give lists of texts. */
  private static String show(ValueList list) {
    StringJoiner joined = new StringJoiner(",", "(", ")");
    for (int i = 0; i < list.size(); i++) {
      joined.add(list.slice(i).toString());
    }
    return joined.toString();
  }
}
