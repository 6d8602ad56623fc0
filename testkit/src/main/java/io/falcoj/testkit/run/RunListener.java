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
    return new Pair(this, other);
  }

  /** The run is over. */
  default void finished(RunResult result) {}

  /** Two that listen to one run. */
  record Pair(RunListener first, RunListener second) implements RunListener {
    @Override
    public void started(int cases) {
      first.started(cases);
      second.started(cases);
    }

    @Override
    public void ran(CaseResult result) {
      first.ran(result);
      second.ran(result);
    }

    @Override
    public void ran(Path file, List<CaseResult> results) {
      first.ran(file, results);
      second.ran(file, results);
    }

    @Override
    public void finished(RunResult result) {
      first.finished(result);
      second.finished(result);
    }
  }
}
