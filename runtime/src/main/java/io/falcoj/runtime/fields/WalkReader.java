package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.render.PrintableText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/** A walk over ancestors: prints its elements joined by blanks, absent when that is nothing. */
final class WalkReader extends FieldReader {
  private final ListReader elements;

  WalkReader(ListReader elements) {
    this.elements = elements;
  }

  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    ByteSlice joined = joined(ctx);
    out.append(joined);
    return !joined.isEmpty();
  }

  @Override
  public @Nullable ByteSlice raw(MatchContext ctx) {
    ByteSlice joined = joined(ctx);
    return joined.isEmpty() ? null : joined;
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    ByteSlice joined = joined(ctx);
    if (joined.isEmpty()) {
      visitor.absent();
    } else {
      visitor.text(joined);
    }
  }

  private ByteSlice joined(MatchContext ctx) {
    ValueList list = elements.read(ctx);
    if (list == null) {
      return ByteSlice.EMPTY;
    }
    TextBuilder text = ctx.text();
    elements.appendElements(list, ' ', text);
    ByteSlice joined = text.finish(ctx.slice());
    if (PrintableText.isPrintable(joined)) {
      return joined;
    }
    TextBuilder printable = ctx.text();
    PrintableText.append(joined, printable);
    return printable.finish(ctx.slice());
  }
}
