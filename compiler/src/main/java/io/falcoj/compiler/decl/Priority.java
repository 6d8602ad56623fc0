package io.falcoj.compiler.decl;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Severity of a rule, gravest first, spelled as alerts show it. */
public enum Priority {
  EMERGENCY("Emergency"),
  ALERT("Alert"),
  CRITICAL("Critical"),
  ERROR("Error"),
  WARNING("Warning"),
  NOTICE("Notice"),
  INFORMATIONAL("Informational"),
  DEBUG("Debug");

  private final String label;

  Priority(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The priority written so in any case ({@code info} is informational), or null. */
  public static @Nullable Priority of(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (Priority priority : values()) {
      if (priority.name().equals(upper)) {
        return priority;
      }
    }
    return upper.equals("INFO") ? INFORMATIONAL : null;
  }
}
