package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.TextBuilder;

/** A field that only conditions can use: prints as absent. */
final class HiddenReader extends FieldReader {
  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    return false;
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    visitor.absent();
  }
}
