package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.names.EditDistance;
import io.falcoj.runtime.schema.names.TableReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field that rules and outputs can name, and how a name with its argument is understood. */
public final class FieldCatalog {
  private static final List<String> TABLES = List.of("fields.tsv", "fields-audit.tsv");

  private static final class Holder {
    static final FieldCatalog STANDARD = new FieldCatalog(Set.of());
  }

  /**
   * A field at the start of a text.
   *
   * @param end offset of the first character behind it
   */
  public record Prefix(FieldRef ref, int end) {}

  private final List<FieldDef> all = new ArrayList<>();
  private final Map<String, List<FieldDef>> byName = new LinkedHashMap<>();
  private final Map<String, String> aliases = FieldTable.readAliases("aliases.tsv");
  private final List<String> constants;
  private final FieldArguments arguments;

  private FieldCatalog(Collection<String> constants) {
    for (String table : TABLES) {
      if (TableReader.exists(FieldCatalog.class, table)) {
        all.addAll(FieldTable.read(table));
      }
    }
    for (FieldDef def : all) {
      byName.computeIfAbsent(def.name(), n -> new ArrayList<>()).add(def);
    }
    this.constants = constants.stream().sorted().distinct().toList();
    this.arguments = new FieldArguments(EventTable.standard(), Set.copyOf(constants));
  }

  /** The fields of all sources, without {@code static.*}. */
  public static FieldCatalog standard() {
    return Holder.STANDARD;
  }

  /** A catalogue that also knows {@code static.KEY} for the given keys. */
  public static FieldCatalog withConstants(Collection<String> keys) {
    return keys.isEmpty() ? standard() : new FieldCatalog(keys);
  }

  /** Every row, in the order of listings. */
  public List<FieldDef> all() {
    return List.copyOf(all);
  }

  /** The keys that are fields as {@code static.KEY}, in order. */
  public List<String> constants() {
    return constants;
  }

  /** Today's name of a field that old rule files call by another one, or null. */
  public @Nullable String alias(String name) {
    return aliases.get(name);
  }

  /**
   * Understands a whole field text, argument included and unquoted.
   *
   * @return null when events of that source have no such field
   * @throws FieldException when the field exists and its argument is wrong or missing
   */
  public @Nullable FieldRef resolve(String text, String source) {
    for (int end = nameEnd(text); end > 0; end = shorter(text, end)) {
      List<FieldDef> rows = rows(text.substring(0, end), source);
      if (!rows.isEmpty()) {
        return arguments.bind(rows, text, end);
      }
    }
    return null;
  }

  /**
   * The longest field that begins at {@code from}, as outputs find it: what follows a name that
   * makes no field with it is ordinary text.
   *
   * @return null when no field begins there
   */
  public @Nullable Prefix longestPrefix(String text, int from, String source) {
    FieldText candidate = FieldText.at(text, from);
    while (candidate != null) {
      FieldRef ref = tryResolve(candidate.canonical(), source);
      if (ref != null) {
        return new Prefix(ref, candidate.end());
      }
      candidate = candidate.shorter();
    }
    return null;
  }

  /**
   * What the author of a text that is no field probably wanted, in words: today's name of an old
   * field, another argument, a name that looks like it, or a field of events of another source.
   *
   * @return null when nothing is near
   */
  public @Nullable String hint(String text, String source) {
    String alias = alias(text);
    if (alias != null) {
      return EditDistance.didYouMean(alias);
    }
    String name = text.substring(0, nameEnd(text));
    List<FieldDef> rows = rows(name, source);
    if (!rows.isEmpty() && name.length() < text.length()) {
      return FieldArguments.hint(rows);
    }
    List<String> similar = similar(name, source);
    return similar.isEmpty() ? otherSource(text, source) : EditDistance.didYouMean(similar.get(0));
  }

  private @Nullable String otherSource(String text, String source) {
    for (String other : EventSources.all()) {
      try {
        if (!other.equals(source) && resolve(text, other) != null) {
          return "only events of source " + other + " have it, the rule's source is " + source;
        }
      } catch (FieldException e) {
        // The field exists there; its argument is wrong in any case.
        return "only events of source " + other + " have such a field";
      }
    }
    return null;
  }

  /** Names that look like {@code name}, nearest first. */
  List<String> similar(String name, String source) {
    List<String> known =
        byName.entrySet().stream()
            .filter(e -> e.getValue().get(0).fieldClass().in(source))
            .map(Map.Entry::getKey)
            .toList();
    return EditDistance.near(name, known).stream().limit(3).toList();
  }

  private @Nullable FieldRef tryResolve(String text, String source) {
    try {
      return resolve(text, source);
    } catch (FieldException e) {
      return null;
    }
  }

  private List<FieldDef> rows(String name, String source) {
    List<FieldDef> rows = byName.getOrDefault(name, List.of());
    return !rows.isEmpty() && rows.get(0).fieldClass().in(source) ? rows : List.of();
  }

  private static int nameEnd(String text) {
    int bracket = text.indexOf('[');
    return bracket < 0 ? text.length() : bracket;
  }

  /** End of the name without its last dotted part; 0 when none is left. */
  private static int shorter(String text, int end) {
    return Math.max(0, text.lastIndexOf('.', end - 1));
  }
}
