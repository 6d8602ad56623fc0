package io.falcoj.runtime.schema.names;

/** How a number is printed ({@code ppm_print_format} of falcosecurity/libs). */
public enum PrintFormat {
  NA,
  DEC,
  /** Upper-case digits, no prefix. */
  HEX,
  OCT,
  /** Nine digits, zero-filled. */
  PADDED_DEC,
  /** An identifier: decimal in text; no thousands separators anywhere. */
  ID,
  /** A direction mark. */
  DIR
}
