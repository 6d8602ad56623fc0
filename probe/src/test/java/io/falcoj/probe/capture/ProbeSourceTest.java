package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceHandler;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeSourceTest {
  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void onlyWhatThePlanNamesComes() throws Exception {
    try (ProbeSource source =
        ProbeSource.open(
            ProbeOptions.STANDARD, LiveRun.plan("clone", "clone3", "vfork", "mkdir"))) {
      List<Seen> events = LiveRun.of(source, "/bin/mkdir", "/nowhere/a");
      assertThat(LiveRun.one(events, "mkdir", e -> true).text("path")).isEqualTo("/nowhere/a");
      assertThat(events).extracting(Seen::name).doesNotContain("openat", "close", "mmap");
    }
  }

  @Test
  void anotherPlanTakesEffectWhileItRuns() throws Exception {
    try (ProbeSource source =
        ProbeSource.open(
            ProbeOptions.STANDARD, LiveRun.plan("clone", "clone3", "vfork", "mkdir"))) {
      LiveRun.of(source, "/bin/mkdir", "/nowhere/a");
      source.apply(LiveRun.plan("clone", "clone3", "vfork", "rmdir", "reboot"));
      assertThat(LiveRun.of(source, "/bin/mkdir", "/nowhere/b"))
          .extracting(Seen::name)
          .doesNotContain("mkdir");
      assertThat(LiveRun.of(source, "/bin/rmdir", "/nowhere/c"))
          .extracting(Seen::name)
          .contains("rmdir");
    }
  }

  @Test
  void countersAddUpWhenTheRingIsFull() throws Exception {
    ProbeOptions small = ProbeOptions.STANDARD.withRingBytes(4096).withWaitMillis(0);
    try (ProbeSource source = ProbeSource.open(small, LiveRun.everything())) {
      long[] received = {0};
      SourceHandler counting =
          event -> {
            received[0]++;
          };
      source.poll(counting);
      new ProcessBuilder("/bin/ls", "-lR", "/usr/include/linux")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      source.stop();
      while (source.poll(counting) != EventSource.END) {
        continue;
      }
      ProbeCounters counters = source.counters();
      assertThat(counters.dropped()).isPositive();
      assertThat(counters.sent()).isEqualTo(received[0]);
      assertThat(counters.rows())
          .allSatisfy(
              row -> assertThat(row.seen()).isEqualTo(row.filtered() + row.sent() + row.dropped()));
    }
  }

  @Test
  void twoProbesSeeTheSame() throws Exception {
    try (ProbeSource one = ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything());
        ProbeSource other = ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything())) {
      assertThat(LiveRun.of(one, "/bin/true")).extracting(Seen::name).contains("execve");
      assertThat(LiveRun.of(other, "/bin/true")).extracting(Seen::name).contains("execve");
    }
  }

  @Test
  void countersCanBeReadOnceItIsClosed() throws Exception {
    ProbeSource source = ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything());
    LiveRun.of(source, "/bin/true");
    source.close();
    assertThat(source.counters().sent()).isPositive();
  }
}
