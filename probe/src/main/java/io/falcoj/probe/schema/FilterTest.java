package io.falcoj.probe.schema;

/** The questions that the C side can ask of a value. */
enum FilterTest {
  EQUAL_TO,
  ANY_BITS,
  LESS_THAN,
  /** A number from 0 to 63 whose bit is set. */
  SMALL,
  IN_NUMBERS,
  IN_TEXTS,
  STARTS_WITH,
  /** Texts of such a set are kept backwards. */
  ENDS_WITH
}
