package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.fields.FieldVisitor;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** Writes a field's value with its kind. */
final class WrittenValue implements FieldVisitor {
  private final TextBuilder out;

  WrittenValue(TextBuilder out) {
    this.out = out;
  }

  @Override
  public void absent() {
    out.append('-');
  }

  @Override
  public void signed(long value) {
    out.append('i').appendDecimal(value);
  }

  @Override
  public void unsigned(long value) {
    out.append('u').appendUnsigned(value);
  }

  @Override
  public void real(double value) {
    out.append('d').append(Double.toString(value));
  }

  @Override
  public void bool(boolean value) {
    out.append(value ? "true" : "false");
  }

  @Override
  public void text(ByteSlice value) {
    out.append('"').append(value).append('"');
  }

  @Override
  public void beginList() {
    out.append('[');
  }

  @Override
  public void endList() {
    out.append(']');
  }
}
