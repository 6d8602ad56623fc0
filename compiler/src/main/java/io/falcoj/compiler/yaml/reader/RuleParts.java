package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads what definitions and updates of rules have in common. */
record RuleParts(Item item, ItemFaults faults, Diagnostics diags) {
  static final Set<String> PRIORITIES =
      ordered(
          "emergency",
          "alert",
          "critical",
          "error",
          "warning",
          "notice",
          "informational",
          "info",
          "debug");

  static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  String priority() throws Item.Fault {
    ScalarText text = item.text("priority");
    if (!PRIORITIES.contains(text.text().toLowerCase(Locale.ROOT))) {
      throw new Item.Fault(
          DiagnosticCode.YAML_VALIDATE,
          text.span(),
          "Invalid priority",
          priorityHint(text.text()),
          Item.join(item.context(), new Location("rule priority", "", text.span())));
    }
    return text.text();
  }

  private static String priorityHint(String text) {
    String hint = Hints.didYouMean(text.toLowerCase(Locale.ROOT), PRIORITIES);
    return hint == null ? "one of " + String.join(", ", PRIORITIES) : hint;
  }

  Set<String> tags() throws Item.Fault {
    Set<String> tags = new TreeSet<>();
    if (item.has("tags")) {
      for (ScalarText tag : item.texts("tags", faults)) {
        tags.add(tag.text());
      }
    }
    return tags;
  }

  /**
   * The exceptions without faults.
   *
   * @param append whether they are added to exceptions that exist
   */
  List<ExceptionDecl> exceptions(boolean append) throws Item.Fault {
    return new ExceptionReader(item, faults, diags).read(append);
  }
}
