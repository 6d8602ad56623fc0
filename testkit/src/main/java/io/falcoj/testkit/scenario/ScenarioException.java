package io.falcoj.testkit.scenario;

import org.jspecify.annotations.Nullable;

/** A scenario cannot be what it says; the message tells which part and why. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String param;

  public ScenarioException(String message) {
    this(null, message);
  }

  /**
   * @param param parameter of the step that is at fault, by its name in the event table
   */
  public ScenarioException(@Nullable String param, String message) {
    super(message);
    this.param = param;
  }

  /** The parameter that is at fault, or null when it is not one alone. */
  public @Nullable String param() {
    return param;
  }
}
