package io.falcoj.runtime.output;

import java.util.List;

/**
 * What alerts look like.
 *
 * @param json one JSON object a line instead of text
 * @param includeOutput whether JSON alerts have {@code output}
 * @param includeFields whether JSON alerts have {@code output_fields}
 * @param includeTags whether JSON alerts have {@code tags}
 * @param includeMessage whether JSON alerts have {@code message}
 * @param iso8601 times as UTC date and time instead of local time of day
 * @param base64Buffers buffers in base64 instead of printable characters
 * @param hostname value of {@code hostname}
 * @param appended what is appended to the outputs of rules
 */
public record OutputOptions(
    boolean json,
    boolean includeOutput,
    boolean includeFields,
    boolean includeTags,
    boolean includeMessage,
    boolean iso8601,
    boolean base64Buffers,
    String hostname,
    List<AppendOutput> appended) {
  public OutputOptions {
    appended = List.copyOf(appended);
  }

  /** Text alerts as Falco prints them by default. */
  public static OutputOptions standard(String hostname) {
    return new OutputOptions(
        false,
        true,
        true,
        true,
        false,
        false,
        false,
        hostname,
        List.of(AppendOutput.suggestedFields()));
  }
}
