package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {
  private static final List<CaseResult> CASES =
      List.of(Results.passed("a"), Results.passed("b"), Results.passed("c"));

  /** What a terminal is sent by a run of which each case takes so long. */
  private static String shown(Duration perCase) {
    StringBuffer terminal = new StringBuffer();
    long[] now = {0};
    ProgressReporter progress =
        new ProgressReporter(
            new ConsoleReporter(line -> terminal.append(line).append('\n')),
            terminal,
            () -> now[0]);
    progress.started(CASES.size());
    for (CaseResult result : CASES) {
      now[0] += perCase.toNanos();
      progress.ran(result);
    }
    progress.ran(Results.FILE, CASES);
    progress.finished(new RunResult(CASES, 0));
    return terminal.toString();
  }

  @Test
  void aShortRunShowsNothing() {
    assertThat(shown(Duration.ofMillis(600))).startsWith("Tests run: 3").doesNotContain("\r");
  }

  @Test
  void aLongRunShowsABarThatIsGoneAtTheEnd() {
    String shown = shown(Duration.ofMillis(1500));
    assertThat(shown).contains("\r\u001b[KRule tests", "3/3");
    assertThat(shown).endsWith("\r\u001b[KTests run: 3, Failures: 0, Errors: 0, Skipped: 0\n");
  }

  @Test
  void onlyATerminalThatSomebodyLooksAtGetsOne() {
    Map<String, String> xterm = Map.of("TERM", "xterm");
    assertThat(ProgressReporter.isWanted(true, xterm::get)).isTrue();
    assertThat(ProgressReporter.isWanted(false, xterm::get)).isFalse();
    assertThat(ProgressReporter.isWanted(true, Map.of("TERM", "dumb")::get)).isFalse();
    assertThat(ProgressReporter.isWanted(true, Map.of("TERM", "xterm", "CI", "true")::get))
        .isFalse();
  }
}
