package io.falcoj.testkit.diff;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.source.ScalarText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which definitions were edited that are part of a rule's condition. */
final class Causes {
  private final Definitions before;
  private final Definitions after;

  /** Macros and lists of one side by name. */
  private static final class Definitions {
    final Map<String, MacroDef> macros = new HashMap<>();
    final Map<String, ListDef> lists = new HashMap<>();
    final @Nullable Clauses clauses;

    Definitions(Side side) {
      CheckedRules checked = side.version().checked();
      if (checked != null) {
        checked.catalog().macros().forEach(macro -> macros.put(macro.name(), macro));
        checked.catalog().lists().forEach(list -> lists.put(list.name(), list));
      }
      clauses = side.clauses();
    }

    /** Names of the macros and lists that a rule is made of. */
    void names(TypedRule rule, Set<String> names) {
      if (clauses != null) {
        addNames(clauses.of(rule), names);
      }
    }

    private void addNames(Clause clause, Set<String> names) {
      if (clause.kind() == Clause.Kind.MACRO) {
        names.add("macro " + clause.text());
      }
      clause.listings().forEach(listing -> addList(listing.text(), names));
      clause.clauses().forEach(part -> addNames(part, names));
    }

    private void addList(String name, Set<String> names) {
      ListDef list = lists.get(name);
      if (list != null && names.add("list " + name)) {
        list.items().forEach(item -> addList(item.text(), names));
      }
    }
  }

  Causes(Side before, Side after) {
    this.before = new Definitions(before);
    this.after = new Definitions(after);
  }

  /** In the order: the rule's own text, exceptions, macros and lists by name. */
  List<String> of(TypedRule old, TypedRule now) {
    List<String> causes = new ArrayList<>();
    if (differ(old.rule().condition(), now.rule().condition())) {
      causes.add("its own condition (" + Places.of(now.rule().condition().span()) + ")");
    }
    causes.addAll(ExceptionTexts.changed(old.rule().exceptions(), now.rule().exceptions()));
    Set<String> names = new TreeSet<>();
    before.names(old, names);
    after.names(now, names);
    for (String name : names) {
      int blank = name.indexOf(' ');
      String cause =
          name.startsWith("macro")
              ? macro(name.substring(blank + 1))
              : list(name.substring(blank + 1));
      if (!cause.isEmpty()) {
        causes.add(cause);
      }
    }
    return causes;
  }

  private String macro(String name) {
    MacroDef old = before.macros.get(name);
    MacroDef now = after.macros.get(name);
    if (old != null && now != null && !differ(old.condition(), now.condition())) {
      return "";
    }
    // A macro that is new or gone came in through an edit that is told already.
    return old == null || now == null
        ? ""
        : "macro `%s` (%s)".formatted(name, Places.of(now.span()));
  }

  private String list(String name) {
    ListDef old = before.lists.get(name);
    ListDef now = after.lists.get(name);
    if (old == null || now == null) {
      return "";
    }
    Set<String> gone = items(old);
    Set<String> come = items(now);
    gone.removeAll(items(now));
    come.removeAll(items(old));
    return gone.isEmpty() && come.isEmpty()
        ? ""
        : "list `%s` (%s): %s".formatted(name, Places.of(now.span()), edit(come, gone));
  }

  private static String edit(Set<String> come, Set<String> gone) {
    List<String> words = new ArrayList<>();
    come.forEach(item -> words.add("+" + item));
    gone.forEach(item -> words.add("-" + item));
    return String.join(" ", words);
  }

  private static Set<String> items(ListDef list) {
    return list.items().stream()
        .map(ScalarText::text)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean differ(ScalarText one, ScalarText other) {
    return !Objects.equals(blanks(one), blanks(other));
  }

  private static String blanks(ScalarText text) {
    return text.text().strip().replaceAll("\\s+", " ");
  }
}
