package io.falcoj.compiler.ast;

import org.jspecify.annotations.Nullable;

/** How an operator is applied to the values of a list. */
public enum Modifier {
  NONE(""),
  /** Exactly one listed value satisfies the operator; duplicates count twice. */
  ONEOF("oneof"),
  ANYOF("anyof"),
  ALLOF("allof");

  private final String text;

  Modifier(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The modifier written so, or null. */
  public static @Nullable Modifier of(String text) {
    for (Modifier modifier : values()) {
      if (modifier != NONE && modifier.text.equals(text)) {
        return modifier;
      }
    }
    return null;
  }
}
