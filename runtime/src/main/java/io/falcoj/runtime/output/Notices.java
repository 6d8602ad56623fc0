package io.falcoj.runtime.output;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Alerts that no rule makes: what happens to the engine itself. */
public final class Notices {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn").withZone(ZoneId.systemDefault());

  private Notices() {}

  /**
   * An alert. Formats show it as Falco's {@code handle_msg} does: as text with the fields behind
   * the message, in JSON with the message alone as output.
   *
   * @param timestamp nanoseconds since the epoch
   * @param priority as alerts show it
   */
  public static Alert alert(
      long timestamp, String priority, String rule, String message, Map<String, String> fields) {
    Instant time =
        Instant.ofEpochSecond(
            Math.floorDiv(timestamp, 1_000_000_000L), Math.floorMod(timestamp, 1_000_000_000L));
    List<Alert.Field> entries = new ArrayList<>();
    new TreeMap<>(fields)
        .forEach((name, value) -> entries.add(new Alert.Field(name, quoted(value))));
    return new Alert(
        rule,
        priority,
        Alert.INTERNAL,
        Set.of(),
        0,
        timestamp,
        ByteSlice.of(LOCAL.format(time) + ": " + priority),
        ByteSlice.of(message),
        entries);
  }

  private static ByteSlice quoted(String value) {
    TextBuilder out = new TextBuilder();
    JsonText.quote(ByteSlice.of(value), out.begin());
    return out.finish(new ByteSlice()).copy();
  }
}
