package io.falcoj.runtime.output;

import io.falcoj.runtime.value.TextBuilder;

/**
 * A JSON object with sorted keys. Upstream: {@code userspace/engine/formats.cpp}; of what no rule
 * made {@code userspace/falco/falco_outputs.cpp}, which heeds none of the options.
 */
final class JsonAlertFormat implements AlertFormat {
  private final OutputOptions options;

  JsonAlertFormat(OutputOptions options) {
    this.options = options;
  }

  @Override
  public void append(Alert alert, TextBuilder out) {
    out.append("{\"hostname\":");
    JsonText.quote(options.hostname(), out);
    if (alert.isNotice()) {
      appendNotice(alert, out);
    } else {
      appendMatch(alert, out);
    }
    out.append(",\"time\":\"");
    TimeText.appendUtc(alert.timestamp(), out);
    out.append("\"}");
  }

  private static void appendNotice(Alert alert, TextBuilder out) {
    out.append(",\"output\":");
    JsonText.quote(alert.message(), out);
    out.append(",\"output_fields\":");
    appendFields(alert, out);
    appendOrigin(alert, out);
  }

  private void appendMatch(Alert alert, TextBuilder out) {
    if (options.includeMessage()) {
      out.append(",\"message\":");
      JsonText.quote(alert.message(), out);
    }
    if (options.includeOutput()) {
      out.append(",\"output\":\"");
      JsonText.escape(alert.prefix(), out);
      out.append(' ');
      JsonText.escape(alert.message(), out);
      out.append('"');
    }
    if (options.includeFields()) {
      out.append(",\"output_fields\":");
      appendFields(alert, out);
    }
    appendOrigin(alert, out);
    if (options.includeTags()) {
      out.append(",\"tags\":");
      appendTags(alert, out);
    }
  }

  private static void appendOrigin(Alert alert, TextBuilder out) {
    out.append(",\"priority\":");
    JsonText.quote(alert.priority(), out);
    out.append(",\"rule\":");
    JsonText.quote(alert.rule(), out);
    out.append(",\"source\":");
    JsonText.quote(alert.source(), out);
  }

  private static void appendFields(Alert alert, TextBuilder out) {
    char separator = '{';
    for (Alert.Field field : alert.fields()) {
      out.append(separator);
      JsonText.quote(field.name(), out);
      out.append(':').append(field.json());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void appendTags(Alert alert, TextBuilder out) {
    char separator = '[';
    for (String tag : alert.tags()) {
      out.append(separator);
      JsonText.quote(tag, out);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }
}
