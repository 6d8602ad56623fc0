package io.falcoj.runtime.template;

import org.jspecify.annotations.Nullable;

/** A token of an output text that means nothing. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final String problem;
  private final @Nullable String hint;
  private final boolean unknown;

  /**
   * @param start offset of the token's percent sign in the output text, in characters
   * @param end offset behind the last character that belongs to the problem
   * @param problem one clause for the user
   * @param hint a way out, or null
   * @param unknown whether the token names something unknown
   */
  TemplateException(int start, int end, String problem, @Nullable String hint, boolean unknown) {
    super(hint == null ? problem : problem + "; " + hint);
    this.start = start;
    this.end = end;
    this.problem = problem;
    this.hint = hint;
    this.unknown = unknown;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public String problem() {
    return problem;
  }

  public @Nullable String hint() {
    return hint;
  }

  /** True for what a newer engine may know; false for a text that is no token at all. */
  public boolean isUnknown() {
    return unknown;
  }
}
