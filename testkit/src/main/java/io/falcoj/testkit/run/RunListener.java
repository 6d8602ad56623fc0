package io.falcoj.testkit.run;

import java.nio.file.Path;
import java.util.List;

/** Hears how a run goes on, from one thread. */
public interface RunListener {
  /**
   * The run begins.
   *
   * @param cases how many will run
   */
  default void started(int cases) {}

  /** A case has run. */
  default void ran(CaseResult result) {}

  /** All cases of a test file have run. */
  default void ran(Path file, List<CaseResult> results) {}

  /** Both hear everything, this one first. */
  default RunListener and(RunListener other) {
    return new ListenerPair(this, other);
  }

  /** The run is over. */
  default void finished(RunResult result) {}
}
