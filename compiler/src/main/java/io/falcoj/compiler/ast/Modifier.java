package io.falcoj.compiler.ast;

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
}
