package io.falcoj.runtime.output;

import io.falcoj.runtime.value.TextBuilder;

/** One alert as one line. */
public interface AlertFormat {
  /** Appends the line, without a newline. */
  void append(Alert alert, TextBuilder out);

  /** The format that the options ask for. */
  static AlertFormat of(OutputOptions options) {
    return options.json() ? new JsonAlertFormat(options) : new TextAlertFormat();
  }
}
