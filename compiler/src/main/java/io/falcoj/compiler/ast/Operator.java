package io.falcoj.compiler.ast;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Comparison operators of the condition language. */
public enum Operator {
  EQ("="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  CONTAINS("contains"),
  ICONTAINS("icontains"),
  BCONTAINS("bcontains"),
  STARTSWITH("startswith"),
  BSTARTSWITH("bstartswith"),
  ENDSWITH("endswith"),
  GLOB("glob"),
  IGLOB("iglob"),
  REGEX("regex"),
  IN("in"),
  INTERSECTS("intersects"),
  PMATCH("pmatch"),
  EXISTS("exists");

  private static final Map<String, Operator> BY_TEXT = new TreeMap<>();

  static {
    for (Operator operator : values()) {
      BY_TEXT.put(operator.text, operator);
    }
    BY_TEXT.put("==", EQ);
  }

  private final String text;

  Operator(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The operator written so ({@code ==} is {@link #EQ}), or null. */
  public static @Nullable Operator of(String text) {
    return BY_TEXT.get(text);
  }

  /** True for operators that {@link Modifier modifiers} can follow. */
  public boolean takesModifier() {
    return switch (this) {
      case EQ, NE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> true;
      case GLOB, IGLOB, REGEX -> true;
      case LT, LE, GT, GE, IN, INTERSECTS, PMATCH, EXISTS -> false;
    };
  }

  /** True for operators whose right side is a list. */
  public boolean takesList() {
    return this == IN || this == INTERSECTS || this == PMATCH;
  }
}
