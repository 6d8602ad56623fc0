package io.falcoj.runtime.engine;

import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.state.limits.StateFigures;

/** The way of one source's events: decoding, state, matching. */
interface Lane extends SourceHandler {
  /** Events that the source delivered or refused. */
  long events();

  /** Events that rules looked at. */
  long judged();

  /** The highest number of an event so far, 0 before the first. */
  long lastNumber();

  /** Events that the source refused or that could not be decoded. */
  long refused();

  /** Events that were read a second time for something that was not expected to be looked at. */
  default long readAgain() {
    return 0;
  }

  /** What the lane's state holds and what found no room in it. */
  default StateFigures state() {
    return StateFigures.NONE;
  }

  /** True once an event was later than the engine's time limit; it was not judged. */
  boolean expired();
}
