package io.falcoj.runtime.output;

import io.falcoj.runtime.value.TextBuilder;

/**
 * Time, priority and message, escaped like a JSON string so that nothing in an event can forge a
 * line. Upstream: {@code userspace/engine/formats.cpp}.
 */
final class TextAlertFormat implements AlertFormat {
  @Override
  public void append(Alert alert, TextBuilder out) {
    JsonText.escape(alert.prefix(), out);
    out.append(' ');
    JsonText.escape(alert.message(), out);
    if (alert.isNotice()) {
      appendFields(alert, out);
    }
  }

  /** Values stand as in JSON: upstream dumps them. */
  private static void appendFields(Alert alert, TextBuilder out) {
    out.append(" (");
    String separator = "";
    for (Alert.Field field : alert.fields()) {
      out.append(separator).append(field.name()).append('=').append(field.json());
      separator = " ";
    }
    out.append(')');
  }
}
