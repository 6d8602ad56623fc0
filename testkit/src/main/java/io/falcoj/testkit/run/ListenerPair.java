package io.falcoj.testkit.run;

import java.nio.file.Path;
import java.util.List;

/** Two that listen to one run. */
record ListenerPair(RunListener first, RunListener second) implements RunListener {
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
