package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.FlagTable;
import org.jspecify.annotations.Nullable;

/** What checks of the event's own parameters say of the call's arguments. */
final class ParamAtoms {
  /** Above these the kernel's side adds flags that the call was not given. */
  private static final long GIVEN_FILE_FLAGS = (1 << 14) - 1;

  private final EventType type;

  ParamAtoms(EventType type) {
    this.type = type;
  }

  /** {@code evt.arg} and {@code evt.rawarg}. */
  Bounds of(Load.Field field, boolean raw, Check check) {
    int position = Calls.position(field, type);
    if (position < 0) {
      return Bounds.UNKNOWN;
    }
    ParamDef def = type.params().get(position);
    return switch (def.type()) {
      case FSPATH, FSRELPATH ->
          Bounds.atMost(new PathAtoms(Source.path(position)).ofPath(check.test()));
      case FLAGS8, FLAGS16, FLAGS32 -> raw ? Bounds.UNKNOWN : flags(position, def, check.test());
      default -> Bounds.UNKNOWN;
    };
  }

  /** A word within the names of flags stands for every flag that has it in its name. */
  private static Bounds flags(int position, ParamDef def, Test test) {
    FlagTable symbols = def.symbols();
    if (symbols == null
        || !(test instanceof Test.Search search)
        || search.part() != Part.CONTAINS
        || !search.value().toString().matches("[A-Z][A-Z0-9_]*")) {
      return Bounds.UNKNOWN;
    }
    String word = search.value().toString();
    long mask = 0;
    for (FlagTable.Entry entry : symbols.entries()) {
      if (entry.name().contains(word)) {
        if (entry.value() == 0) {
          return Bounds.UNKNOWN;
        }
        mask |= entry.value();
      }
    }
    Formula bits = bits(position, def, mask);
    return bits == null ? Bounds.UNKNOWN : Bounds.atMost(bits);
  }

  /** Whether one of the bits is set; null when the call's argument does not say. */
  static @Nullable Formula bits(int position, ParamDef def, long mask) {
    FlagTable symbols = def.symbols();
    boolean added = symbols != null && symbols.name().equals("file_flags");
    if (added && (mask & ~GIVEN_FILE_FLAGS) != 0) {
      return null;
    }
    return mask == 0 ? Formula.FALSE : Formula.atom(Source.number(position), new AnyBits(mask));
  }
}
