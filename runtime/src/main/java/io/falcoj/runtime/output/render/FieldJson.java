package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.TextBuilder;

/** The value of an entry of {@code output_fields}. */
interface FieldJson {
  /** Appends the value as JSON. */
  void append(MatchContext context, TextBuilder out);
}
