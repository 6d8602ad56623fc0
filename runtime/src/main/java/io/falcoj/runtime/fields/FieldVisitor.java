package io.falcoj.runtime.fields;

import io.falcoj.runtime.value.ByteSlice;

/** Receives a field's value with its JSON kind. Slices are valid until the method returns. */
public interface FieldVisitor {
  /** The event has no such value. */
  void absent();

  /** A signed number. */
  void signed(long value);

  /** A number whose bits are unsigned. */
  void unsigned(long value);

  /** A number with a fraction. */
  void real(double value);

  void bool(boolean value);

  /** A text; its bytes need not be valid UTF-8. */
  void text(ByteSlice value);

  /** A list begins; its elements follow, then {@link #endList}. */
  void beginList();

  void endList();
}
