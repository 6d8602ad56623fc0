package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.Segment;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.ArrayList;
import java.util.List;

/** A template whose tokens are bound to accessors. */
final class BoundTemplate {
  private static final ByteSlice ABSENT = ByteSlice.of("<NA>");

  /** Literal text, or a value with its width. */
  private record Part(ByteSlice literal, PrintedValue value, int width) {}

  private final List<Part> parts = new ArrayList<>();

  BoundTemplate(OutputTemplate template, boolean base64) {
    for (Segment segment : template.segments()) {
      if (segment instanceof Segment.Literal literal) {
        parts.add(new Part(ByteSlice.of(literal.text()), PrintedValue.NOTHING, 0));
      } else if (segment instanceof Segment.Token token) {
        parts.add(new Part(ByteSlice.EMPTY, PrintedValue.of(token.value(), base64), token.width()));
      }
    }
  }

  /** Appends the text; absent values print as {@code <NA>}. */
  void append(MatchContext context, TextBuilder out) {
    for (Part part : parts) {
      if (part.value == PrintedValue.NOTHING) {
        out.append(part.literal);
        continue;
      }
      int before = out.length();
      if (!part.value.append(context, out)) {
        out.append(ABSENT);
      }
      if (part.width > 0) {
        fit(out, before, part.width);
      }
    }
  }

  /** Cuts or fills what stands behind {@code before} to the width. */
  private static void fit(TextBuilder out, int before, int width) {
    int length = out.length() - before;
    out.drop(Math.max(0, length - width));
    for (int i = length; i < width; i++) {
      out.append(' ');
    }
  }
}
