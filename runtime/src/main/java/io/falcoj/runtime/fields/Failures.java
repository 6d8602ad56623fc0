package io.falcoj.runtime.fields;

/** Accessors declare nothing to be thrown; what comes through a method handle is passed on. */
final class Failures {
  private Failures() {}

  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof RuntimeException runtime) {
      return runtime;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(failure);
  }
}
