package io.falcoj.testkit.shrink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a recording are replaced, wherever they stand in it.
 *
 * @param fields fields whose values are replaced, each with what stands for all of its values; null
 *     for made-up words, of the same length and the same for the same word
 * @param except words that stay
 * @param keepDirectories whether of paths only the last part is replaced
 */
public record Redaction(
    Map<String, @Nullable String> fields, Set<String> except, boolean keepDirectories) {
  /** Nothing is replaced. */
  public static final Redaction NONE = new Redaction(Map.of(), Set.of(), false);

  /** Longer texts would not fit into every place that a value can have. */
  private static final int LONGEST = 255;

  public Redaction {
    fields = new LinkedHashMap<>(fields);
    except = Set.copyOf(except);
  }

  /**
   * As a command line has it.
   *
   * @param fields {@code FIELD} or {@code FIELD=TEXT}, in order
   * @throws ShrinkException for a text that is empty or too long
   */
  public static Redaction of(List<String> fields, List<String> except, boolean keepDirectories)
      throws ShrinkException {
    Map<String, @Nullable String> parsed = new LinkedHashMap<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      String text = equals < 0 ? null : field.substring(equals + 1);
      if (text != null && (text.isEmpty() || text.length() > LONGEST)) {
        throw new ShrinkException(
            "%s: what stands for a value has 1 to %d characters".formatted(field, LONGEST));
      }
      parsed.put(equals < 0 ? field : field.substring(0, equals), text);
    }
    return new Redaction(parsed, Set.copyOf(except), keepDirectories);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }
}
