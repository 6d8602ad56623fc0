package io.falcoj.testkit.run;

import io.falcoj.testkit.suite.Glob;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects cases by their names, as {@code -Dtest} does for classes: several patterns stand between
 * commas, {@code *} is any characters, {@code ?} is one, and a pattern behind {@code !} leaves
 * cases out.
 */
public final class CaseFilter {
  private final List<Glob> wanted = new ArrayList<>();
  private final List<Glob> unwanted = new ArrayList<>();

  private CaseFilter() {}

  /**
   * A filter; one without a pattern selects every case.
   *
   * @param texts each one or several patterns
   */
  public static CaseFilter of(List<String> texts) {
    CaseFilter filter = new CaseFilter();
    for (String text : texts) {
      for (String part : text.split(",", -1)) {
        String pattern = part.strip();
        if (pattern.startsWith("!")) {
          filter.unwanted.add(new Glob(pattern.substring(1).strip()));
        } else if (!pattern.isEmpty()) {
          filter.wanted.add(new Glob(pattern));
        }
      }
    }
    return filter;
  }

  /** Whether a case of that name runs. */
  public boolean selects(String name) {
    return (wanted.isEmpty() || wanted.stream().anyMatch(glob -> glob.matches(name)))
        && unwanted.stream().noneMatch(glob -> glob.matches(name));
  }
}
