package io.falcoj.compiler.dispatch;

import io.falcoj.runtime.value.ByteSlice;

/**
 * A text of a look-up. A value finds the key that is equal to it, else the longest prefix that it
 * begins with.
 *
 * @param prefix false for the whole value
 * @param set number of what the value finds
 */
public record Key(ByteSlice text, boolean prefix, int set) {}
