package io.falcoj.compiler.pushdown;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.pushdown.Test.EndsWithAny;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two tests as one that holds when either does. */
final class Unions {
  private Unions() {}

  /** Null when there is none. */
  static @Nullable Test of(@Nullable Test one, @Nullable Test other) {
    if (one instanceof InTexts left && other instanceof InTexts right) {
      List<ByteSlice> texts = both(left.values(), right.values());
      return texts.size() > Filter.MAX_SET ? null : new InTexts(texts);
    }
    if (one instanceof StartsWithAny left && other instanceof StartsWithAny right) {
      List<ByteSlice> texts = both(left.values(), right.values());
      return texts.size() > Filter.MAX_SET ? null : new StartsWithAny(texts);
    }
    if (one instanceof EndsWithAny left && other instanceof EndsWithAny right) {
      List<ByteSlice> texts = both(left.values(), right.values());
      return texts.size() > Filter.MAX_SET ? null : new EndsWithAny(texts);
    }
    return null;
  }

  private static List<ByteSlice> both(List<ByteSlice> one, List<ByteSlice> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
