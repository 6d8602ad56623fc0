package io.falcoj.testkit.diff;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.source.ScalarText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Exceptions as texts that do not depend on their layout. */
final class ExceptionTexts {
  private ExceptionTexts() {}

  /** Those that differ. */
  static List<String> changed(List<ExceptionDef> before, List<ExceptionDef> after) {
    Map<String, ExceptionDef> old = byName(before);
    Map<String, ExceptionDef> now = byName(after);
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      ExceptionDef was = old.get(name);
      ExceptionDef is = now.get(name);
      if (was == null || is == null || !text(was).equals(text(is))) {
        ExceptionDef shown = is != null ? is : was;
        changed.add(
            "exception `%s` (%s)".formatted(name, shown == null ? "" : place(shown, is == null)));
      }
    }
    return changed;
  }

  private static String place(ExceptionDef exception, boolean gone) {
    return (gone ? "removed from " : "") + Places.of(exception.span());
  }

  private static Map<String, ExceptionDef> byName(List<ExceptionDef> exceptions) {
    Map<String, ExceptionDef> byName = new LinkedHashMap<>();
    exceptions.forEach(exception -> byName.put(exception.name(), exception));
    return byName;
  }

  /** All of a rule's exceptions. */
  static String text(List<ExceptionDef> exceptions) {
    return exceptions.stream().map(ExceptionTexts::text).collect(Collectors.joining("; "));
  }

  private static String text(ExceptionDef exception) {
    return "%s: %s %s %s"
        .formatted(
            exception.name(),
            texts(exception.fields()),
            texts(exception.comps()),
            exception.values().stream().map(ExceptionTexts::value).toList());
  }

  private static List<String> texts(List<ScalarText> texts) {
    return texts.stream().map(ScalarText::text).toList();
  }

  private static String value(Value value) {
    ScalarText text = value.text();
    return text != null
        ? text.text()
        : value.items().stream().map(ExceptionTexts::value).toList().toString();
  }
}
