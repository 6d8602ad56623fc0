package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.agent.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Whole runs over recorded captures. */
class RecordedRunTest {
  private static String corpus(String path) {
    Path root = Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));
    assumeTrue(Files.isDirectory(root), () -> "no conformance corpus at " + root);
    return root.resolve(path).toString();
  }

  @Test
  void printsWhatFalcoPrintsForItsSmallestExample() {
    assertThat(TimeZone.getDefault().getRawOffset()).isZero();
    CommandRun run =
        CommandRun.falcoRun(
            "-r",
            corpus("rules/testing-HEAD/falco/single_rule.yaml"),
            "-e",
            corpus("captures/falco_cat_write.scap"),
            "-o",
            "append_output[0].suggested_output=false",
            "-o",
            "time_format_iso_8601=true");
    assertThat(run.outLines())
        .containsExactly(
            "2016-08-04T16:17:57.881785348+0000: Warning An open was seen (command=cat /dev/null)",
            "2016-08-04T16:17:57.881799840+0000: Warning An open was seen (command=cat /dev/null)",
            "2016-08-04T16:17:57.882008208+0000: Warning An open was seen (command=cat /dev/null)",
            "2016-08-04T16:17:57.882054739+0000: Warning An open was seen (command=cat /dev/null)");
    assertThat(run.code()).isZero();
  }

  @Test
  void failsOnDamagedCapturesBehindTheirAlerts() {
    String rules = corpus("rules/testing-HEAD/falco/single_rule.yaml");
    for (String name : new String[] {"badmagic", "future_major", "shb_only", "trunc_midblock"}) {
      CommandRun run =
          CommandRun.falcoRun(
              "-r", rules, "-e", corpus("captures/derived/openmulti__" + name + ".scap"));
      assertThat(run.code()).as(name).isEqualTo(ExitCode.SOURCE);
      assertThat(run.err().lines().filter(l -> l.startsWith("error: "))).as(name).hasSize(1);
    }
  }
}
