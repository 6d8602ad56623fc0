package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.value.ByteSlice;

/** Replaces parts of texts in a recording. */
public interface TextMapping {
  /** The text with what is to be replaced replaced; the same bytes when nothing is. */
  ByteSlice apply(ByteSlice text);
}
