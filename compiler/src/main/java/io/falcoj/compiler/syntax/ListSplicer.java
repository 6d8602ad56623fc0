package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.ScalarTextBuilder;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.grammar.SyntaxFault;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the items of lists where conditions name them, each character keeping its place. As upstream
 * (resolve_list in userspace/engine/rule_loader_compiler.cpp) this happens on the text before it is
 * read, since an item may hold a bracket or an operator, and a name inside a quoted string counts
 * when blanks surround it.
 */
final class ListSplicer {
  /** Lists can name lists: what grows beyond this is a mistake. */
  static final int MAX_CHARACTERS = 4 << 20;

  private static final String BLANKS = " \t\n\r";
  private static final String DELIMITERS = BLANKS + "(),=";

  private record Spliced(ListDef list, ScalarText text) {}

  private final List<Spliced> lists = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  /** Of lists whose names hold a delimiter: no single word tells whether a text names them. */
  private final BitSet oddlyNamed = new BitSet();

  private final Set<String> namedByLists = new HashSet<>();

  ListSplicer(List<ListDef> defs) {
    Map<String, ListDef> byName = new HashMap<>();
    defs.forEach(def -> byName.put(def.name(), def));
    for (ListDef def : defs) {
      List<ScalarText> items = new ArrayList<>();
      for (ScalarText item : def.items()) {
        ListDef named = byName.get(item.text());
        if (named != null && named.index() < def.visibility()) {
          namedByLists.add(named.name());
          items.addAll(named.items());
        } else {
          items.add(item);
        }
      }
      positions.put(def.name(), lists.size());
      oddlyNamed.set(lists.size(), hasDelimiter(def.name()));
      lists.add(new Spliced(def, joined(def, items)));
    }
  }

  /** Lists that neither another list nor any of the conditions named. */
  List<ListDef> unused(Set<String> namedByConditions) {
    return lists.stream()
        .map(Spliced::list)
        .filter(l -> !namedByLists.contains(l.name()) && !namedByConditions.contains(l.name()))
        .toList();
  }

  /** The condition with the items of all lists that it names; adds their names to {@code used}. */
  ScalarText splice(ScalarText condition, Set<String> used) throws SyntaxFault {
    ScalarText text = condition;
    BitSet named = (BitSet) oddlyNamed.clone();
    addNamed(text.text(), named);
    for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
      Spliced list = lists.get(i);
      ScalarText spliced = splice(text, list.list().name(), list.text());
      if (spliced != text) {
        used.add(list.list().name());
        addNamed(list.text().text(), named);
        text = spliced;
      }
      if (text.text().length() > MAX_CHARACTERS) {
        throw new SyntaxFault(
            0,
            condition.text().length(),
            "condition is longer than " + MAX_CHARACTERS + " characters with its lists");
      }
    }
    return text;
  }

  // One pass over the text with upstream's search: behind a name at the very start of the text it
  // goes on one character too late.
  private static ScalarText splice(ScalarText condition, String name, ScalarText items) {
    String text = condition.text();
    int found = text.indexOf(name);
    if (found < 0) {
      return condition;
    }
    ScalarTextBuilder out = new ScalarTextBuilder(condition.span());
    int rest = 0;
    while (found >= 0 && out.length() <= MAX_CHARACTERS) {
      int end = found + name.length();
      int next = found + 1;
      if (delimited(text, found, end, rest)) {
        out.append(condition, rest, found);
        while (out.length() > 0 && BLANKS.indexOf(out.last()) >= 0) {
          out.dropLast();
        }
        rest = behind(text, end, items.text().isEmpty(), out);
        next = rest + (out.length() == 0 ? 1 : 0);
        SourceSpan place = condition.span(found, found);
        if (out.length() > 0) {
          out.append(' ', place);
        }
        out.append(items, 0, items.text().length());
        out.append(' ', place);
      }
      found = text.indexOf(name, next);
    }
    if (rest == 0) {
      return condition;
    }
    out.append(condition, rest, text.length());
    return out.build();
  }

  /** Where the text goes on behind a name; an empty list takes one comma next to it along. */
  private static int behind(String text, int end, boolean empty, ScalarTextBuilder out) {
    int rest = end;
    while (rest < text.length() && BLANKS.indexOf(text.charAt(rest)) >= 0) {
      rest++;
    }
    if (empty && out.last() == ',') {
      out.dropLast();
    } else if (empty && rest < text.length() && text.charAt(rest) == ',') {
      rest++;
    }
    return rest;
  }

  /** Whether delimiters surround a name; what was put in before {@code rest} ends in a blank. */
  private static boolean delimited(String text, int start, int end, int rest) {
    return (start == rest || DELIMITERS.indexOf(text.charAt(start - 1)) >= 0)
        && (end >= text.length() || DELIMITERS.indexOf(text.charAt(end)) >= 0);
  }

  private static ScalarText joined(ListDef def, List<ScalarText> items) {
    List<ScalarText> parts = new ArrayList<>();
    parts.add(ScalarText.synthetic("", def.span()));
    boolean empty = true;
    for (ScalarText item : items) {
      if (!empty) {
        parts.add(ScalarText.synthetic(", ", item.span(0, 0)));
      }
      ScalarText quoted = quoted(item);
      parts.add(quoted);
      empty = empty && quoted.text().isEmpty();
    }
    return ScalarText.join(parts);
  }

  /** The item in double quotes when it has a blank and does not begin with a quote. */
  static ScalarText quoted(ScalarText item) {
    String text = item.text();
    if (text.indexOf(' ') < 0 || text.startsWith("\"") || text.startsWith("'")) {
      return item;
    }
    int length = text.length();
    return ScalarText.join(
        List.of(
            ScalarText.synthetic("\"", item.span(0, 0)),
            item,
            ScalarText.synthetic("\"", item.span(length, length))));
  }

  private static boolean hasDelimiter(String name) {
    return name.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0);
  }

  /** Marks the lists whose names are words of the text. */
  private void addNamed(String text, BitSet named) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isDelimiter(text.charAt(i))) {
        Integer position = i > start ? positions.get(text.substring(start, i)) : null;
        if (position != null) {
          named.set(position);
        }
        start = i + 1;
      }
    }
  }

  private static boolean isDelimiter(char c) {
    return c <= '=' && DELIMITERS.indexOf(c) >= 0;
  }
}
