package io.falcoj.runtime.state.current;

/** What one kind of event does to the state. */
@FunctionalInterface
public interface Handler {
  void handle(Current current);
}
