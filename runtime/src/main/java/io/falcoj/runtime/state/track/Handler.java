package io.falcoj.runtime.state.track;

/** What one kind of event does to the state. */
@FunctionalInterface
interface Handler {
  void handle(Current current);
}
