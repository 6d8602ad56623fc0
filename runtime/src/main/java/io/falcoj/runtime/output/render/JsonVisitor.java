package io.falcoj.runtime.output.render;

import io.falcoj.runtime.fields.FieldVisitor;
import io.falcoj.runtime.output.JsonText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** Writes a field's value as JSON. */
final class JsonVisitor implements FieldVisitor {
  private final TextBuilder out;
  private boolean inList;
  private boolean first;

  JsonVisitor(TextBuilder out) {
    this.out = out;
  }

  @Override
  public void absent() {
    separate();
    out.append("null");
  }

  @Override
  public void text(ByteSlice value) {
    separate();
    JsonText.quoteValue(value, out);
  }

  @Override
  public void signed(long value) {
    separate();
    out.appendDecimal(value);
  }

  @Override
  public void unsigned(long value) {
    separate();
    out.appendUnsigned(value);
  }

  @Override
  public void bool(boolean value) {
    separate();
    out.append(value ? "true" : "false");
  }

  @Override
  public void real(double value) {
    separate();
    // JSON has no form for what is not a number.
    out.append(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  @Override
  public void beginList() {
    out.append('[');
    inList = true;
    first = true;
  }

  @Override
  public void endList() {
    out.append(']');
    inList = false;
  }

  private void separate() {
    if (inList && !first) {
      out.append(',');
    }
    first = false;
  }
}
