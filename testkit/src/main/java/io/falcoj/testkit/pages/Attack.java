package io.falcoj.testkit.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Techniques of MITRE ATT&amp;CK for enterprises that rules name in their tags, with their tactics:
 * a table of those that are used, and no copy of the whole.
 */
public final class Attack {
  private static final String TACTIC = "mitre_";
  private static final Pattern ID = Pattern.compile("T\\d{4}(\\.\\d{3})?");
  private static final Map<String, Technique> KNOWN = read();

  /**
   * A technique.
   *
   * @param id e.g. {@code T1552.007}
   * @param tactics that it belongs to, as tags spell them after {@code mitre_}
   */
  public record Technique(String id, String name, List<String> tactics) {
    public Technique {
      tactics = List.copyOf(tactics);
    }

    /** Where MITRE describes it. */
    String address() {
      return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }
  }

  private Attack() {}

  /** The technique of that number, or null when the table has none. */
  public static @Nullable Technique technique(String id) {
    return KNOWN.get(id);
  }

  /** All techniques of the table, by their numbers. */
  public static List<Technique> all() {
    return List.copyOf(KNOWN.values());
  }

  /** The numbers of techniques among tags. */
  static List<String> ids(Collection<String> tags) {
    return tags.stream().map(Attack::upper).filter(t -> ID.matcher(t).matches()).sorted().toList();
  }

  /** The tactics among tags, without what they begin with. */
  static List<String> tactics(Collection<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith(TACTIC))
        .map(tag -> tag.substring(TACTIC.length()))
        .sorted()
        .toList();
  }

  /**
   * What is wrong with the tags of a rule: techniques that are not known, those that belong to none
   * of its tactics, and tactics that none of its techniques belongs to.
   */
  public static List<String> faults(Collection<String> tags) {
    List<String> faults = new ArrayList<>();
    List<String> tactics = tactics(tags);
    List<Technique> techniques = new ArrayList<>();
    for (String id : ids(tags)) {
      Technique technique = KNOWN.get(id);
      if (technique == null) {
        faults.add("no technique " + id + " is known");
      } else {
        techniques.add(technique);
        if (technique.tactics().stream().noneMatch(tactics::contains)) {
          faults.add(id + " belongs to " + spelled(technique.tactics()) + ", which is no tag");
        }
      }
    }
    for (String tactic : tactics) {
      if (techniques.stream().noneMatch(technique -> technique.tactics().contains(tactic))) {
        faults.add("no technique among the tags belongs to " + TACTIC + tactic);
      }
    }
    return faults;
  }

  private static String spelled(List<String> tactics) {
    return String.join(" or ", tactics.stream().map(TACTIC::concat).toList());
  }

  private static String upper(String tag) {
    return tag.toUpperCase(Locale.ROOT);
  }

  private static Map<String, Technique> read() {
    try (InputStream table =
            Objects.requireNonNull(Attack.class.getResourceAsStream("attack.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<String, Technique> known = new LinkedHashMap<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        known.put(
            cells[0], new Technique(cells[0], cells[1], Stream.of(cells[2].split(",")).toList()));
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
