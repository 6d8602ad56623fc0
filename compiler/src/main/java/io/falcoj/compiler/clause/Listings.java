package io.falcoj.compiler.clause;

import io.falcoj.compiler.clause.Clause.Listing;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/** The lists of all files: which a text names, and through which an item came into a check. */
final class Listings {
  /** Names of lists count between these, as where they are replaced. */
  private static final String DELIMITERS = " \t\n\r(),=";

  private final Map<String, ListDef> lists = new LinkedHashMap<>();

  Listings(List<ListDef> defs) {
    defs.forEach(def -> lists.put(def.name(), def));
  }

  /** The lists that a check names. */
  List<Listing> named(String text) {
    List<Listing> named = new ArrayList<>();
    for (ListDef list : defs(text)) {
      named.add(new Listing(true, list.name(), list.items().size(), list.span()));
    }
    return named;
  }

  private List<ListDef> defs(String text) {
    Set<String> found = new HashSet<>();
    List<ListDef> defs = new ArrayList<>();
    StringTokenizer words = new StringTokenizer(text, DELIMITERS);
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      ListDef list = lists.get(word);
      if (list != null && found.add(word)) {
        defs.add(list);
      }
    }
    return defs;
  }

  /**
   * The values of an exception of one field, one listing for each line, and the lists that they
   * name.
   */
  List<Listing> values(ExceptionDef exception) {
    Map<List<Object>, List<ScalarText>> byLine = new LinkedHashMap<>();
    for (ExceptionDef.Value value : exception.values()) {
      if (value.text() != null) {
        SourceSpan place = value.text().span();
        int line = place.file().lines().line(place.start());
        byLine
            .computeIfAbsent(List.of(place.file(), line), l -> new ArrayList<>())
            .add(value.text());
      }
    }
    List<Listing> listings = new ArrayList<>();
    for (List<ScalarText> values : byLine.values()) {
      String text = String.join(", ", values.stream().map(ScalarText::text).toList());
      listings.add(new Listing(false, text, values.size(), values.get(0).span()));
      listings.addAll(named(text));
    }
    return listings;
  }

  /**
   * Names of the lists from the one that a check names to the one in which the item stands; empty
   * for an item that is written in the check.
   */
  List<String> path(String check, SourceSpan item) {
    for (ListDef list : defs(check)) {
      List<String> path = path(list, item, new HashSet<>());
      if (!path.isEmpty()) {
        return path;
      }
    }
    return List.of();
  }

  private List<String> path(ListDef list, SourceSpan item, Set<String> walked) {
    if (!walked.add(list.name())) {
      return List.of();
    }
    for (ScalarText own : list.items()) {
      if (own.covers(item)) {
        return List.of(list.name());
      }
    }
    for (ScalarText own : list.items()) {
      for (ListDef inner : defs(own.text())) {
        List<String> rest = path(inner, item, walked);
        if (!rest.isEmpty()) {
          List<String> path = new ArrayList<>(List.of(list.name()));
          path.addAll(rest);
          return path;
        }
      }
    }
    return List.of();
  }
}
