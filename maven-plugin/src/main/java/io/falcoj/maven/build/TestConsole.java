package io.falcoj.maven.build;

import io.falcoj.testkit.report.ConsoleReporter;
import io.falcoj.testkit.report.ProgressReporter;
import io.falcoj.testkit.run.RunListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** How a run of tests is told while it goes on. */
public final class TestConsole {
  private TestConsole() {}

  /**
   * Results to the log, failures as errors; a bar beside them where somebody sees it and nobody
   * else writes to the same terminal.
   */
  public static RunListener of(Log log, MavenSession session) {
    RunListener results = new ConsoleReporter(log::info, log::error);
    boolean watched =
        System.console() != null
            && log.isInfoEnabled()
            && session.getRequest().isInteractiveMode()
            && session.getRequest().getDegreeOfConcurrency() <= 1;
    return ProgressReporter.isWanted(watched, System::getenv)
        ? new ProgressReporter(results, System.err)
        : results;
  }
}
