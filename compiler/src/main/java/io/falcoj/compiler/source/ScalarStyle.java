package io.falcoj.compiler.source;

import java.util.Arrays;

/** The ways in which YAML writes a scalar; each leads from raw text to decoded text with places. */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED;

  /**
   * Finds the place of every character of a decoded scalar.
   *
   * @param start offset of the scalar in the file; an anchor or a tag may stand before it
   * @param value what a YAML parser decoded it to
   */
  public ScalarText locate(SourceFile file, int start, int end, String value) {
    int from = skipProperties(file.text(), start, end);
    String raw = file.text().substring(from, end);
    DecodedText decoded = decode(raw, value);
    int[] offsets = decoded.offsets();
    if (!decoded.text().equals(value)) {
      // Only texts with line breaks of other scripts get here: places are near, not exact.
      offsets = new int[value.length() + 1];
      Arrays.setAll(offsets, i -> Math.min(i, raw.length()));
    }
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] += from;
    }
    return ScalarText.of(file, value, offsets);
  }

  /** Decodes the raw text of a scalar, whose value a YAML parser knows. */
  DecodedText decode(String raw, String value) {
    return switch (this) {
      case PLAIN -> FlowScalarDecoder.plain(raw);
      case SINGLE_QUOTED -> FlowScalarDecoder.singleQuoted(raw);
      case DOUBLE_QUOTED -> FlowScalarDecoder.doubleQuoted(raw);
      case LITERAL -> BlockScalarDecoder.decode(raw, false, value);
      case FOLDED -> BlockScalarDecoder.decode(raw, true, value);
    };
  }

  private static int skipProperties(String text, int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }
}
