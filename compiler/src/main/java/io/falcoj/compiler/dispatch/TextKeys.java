package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a predicate looks for in a value, or in each of a list's values: it holds exactly
 * when one is one of {@code whole} or begins with one of {@code prefixes}.
 */
record TextKeys(Load load, List<ByteSlice> whole, List<ByteSlice> prefixes) {
  /** An item of a constant has its length in one character, and an item has more than the text. */
  private static final int LONGEST = 250;

  /** Null for a predicate of another kind. */
  static @Nullable TextKeys of(Pred pred) {
    if (pred instanceof Check check) {
      return of(check);
    }
    return pred instanceof AnyOf any ? of(any) : null;
  }

  private static @Nullable TextKeys of(Check check) {
    Load load = check.load();
    if (load.operand().type().isNumeric()
        || check.over() != (load.isMany() ? Check.Over.ANY : Check.Over.ONE)) {
      return null;
    }
    Test test = check.test();
    if (test instanceof Test.Equal equal) {
      return keys(load, List.of(equal.value()), List.of());
    }
    if (test instanceof Test.TextIn in) {
      return keys(load, in.values(), List.of());
    }
    return test instanceof Test.Search search && search.part() == Test.Part.STARTSWITH
        ? keys(load, List.of(), List.of(search.value()))
        : null;
  }

  private static @Nullable TextKeys keys(
      Load load, List<ByteSlice> whole, List<ByteSlice> prefixes) {
    boolean some = !whole.isEmpty() || !prefixes.isEmpty();
    boolean fit =
        whole.stream().allMatch(t -> t.length() <= LONGEST)
            && prefixes.stream().allMatch(t -> t.length() <= LONGEST);
    return some && fit ? new TextKeys(load, whole, prefixes) : null;
  }

  private static @Nullable TextKeys of(AnyOf any) {
    List<TextKeys> parts = new ArrayList<>();
    for (Pred operand : any.operands()) {
      TextKeys part = of(operand);
      if (part == null
          || !part.load.equals(
              Objects.requireNonNullElse(parts.isEmpty() ? null : parts.get(0).load, part.load))) {
        return null;
      }
      parts.add(part);
    }
    return new TextKeys(
        parts.get(0).load,
        parts.stream().flatMap(p -> p.whole.stream()).toList(),
        parts.stream().flatMap(p -> p.prefixes.stream()).toList());
  }

  int size() {
    return whole.size() + prefixes.size();
  }
}
