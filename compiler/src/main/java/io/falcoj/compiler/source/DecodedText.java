package io.falcoj.compiler.source;

import java.util.Arrays;

/** Text under construction whose characters keep their offsets in the raw text. */
final class DecodedText {
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[64];
  private int end;

  void append(char c, int offset) {
    if (text.length() + 1 >= offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[text.length()] = offset;
    text.append(c);
    end = offset + 1;
  }

  void append(String characters, int offset) {
    for (int i = 0; i < characters.length(); i++) {
      append(characters.charAt(i), offset);
    }
  }

  /** Takes over raw characters as they are. */
  void appendRaw(String raw, int from, int to) {
    for (int i = from; i < to; i++) {
      append(raw.charAt(i), i);
    }
  }

  String text() {
    return text.toString();
  }

  /** One offset per character and one for the end. */
  int[] offsets() {
    int[] all = Arrays.copyOf(offsets, text.length() + 1);
    all[text.length()] = end;
    return all;
  }
}
