package io.falcoj.runtime.value;

/** Gives out slices that stay valid until the next event. */
public interface SlicePool {
  /** A slice to point at a value. */
  ByteSlice slice();
}
