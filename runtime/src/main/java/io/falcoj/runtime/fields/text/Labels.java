package io.falcoj.runtime.fields.text;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Map;

/** Labels of a container or pod as one text. */
public final class Labels {
  private static final ByteSlice ANNOTATION = ByteSlice.of("annotation.");
  private static final ByteSlice INTERNAL = ByteSlice.of("io.kubernetes.");

  private Labels() {}

  /** {@code name:value, name}, in the map's order, without annotations and internal labels. */
  public static ByteSlice joined(MatchContext ctx, Map<ByteSlice, ByteSlice> labels) {
    TextBuilder text = ctx.text();
    labels.forEach(
        (name, value) -> {
          if (startsWith(name, ANNOTATION) || startsWith(name, INTERNAL)) {
            return;
          }
          if (text.length() > 0) {
            text.append(',').append(' ');
          }
          text.append(name);
          if (!value.isEmpty()) {
            text.append(':').append(value);
          }
        });
    return text.finish(ctx.slice());
  }

  private static boolean startsWith(ByteSlice text, ByteSlice prefix) {
    if (text.length() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.at(i) != prefix.at(i)) {
        return false;
      }
    }
    return true;
  }
}
