package io.falcoj.agent.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.agent.config.ProbeConfig.DropAction;
import io.falcoj.agent.config.ProbeConfig.Drops;
import io.falcoj.probe.capture.ClassCounters;
import io.falcoj.probe.capture.ProbeCounters;
import io.falcoj.probe.schema.EventClass;
import io.falcoj.runtime.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DropWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> log = new ArrayList<>();
  private final List<DropWatch.Notice> alerts = new ArrayList<>();

  @Test
  void tellsOfLossesAboveTheThreshold() throws Exception {
    DropWatch watch = watch(0.1, 1);
    watch.look(SECOND, counters(1000, 100));
    assertThat(log).isEmpty();
    watch.look(2 * SECOND, counters(2000, 300));
    assertThat(log)
        .containsExactly(
            "Falco internal: syscall event drop. 200 system calls dropped in last second.");
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).fields())
        .containsEntry("n_evts", "1000")
        .containsEntry("n_drops", "200")
        .containsEntry("n_drops_buffer_open_exit", "200")
        .containsEntry("n_drops_buffer_close_exit", "0");
  }

  @Test
  void actsNoOftenerThanTheRateAllows() throws Exception {
    DropWatch watch = watch(0, 1);
    for (int second = 1; second <= 10; second++) {
      watch.look(second * SECOND, counters(100L * second, 50L * second));
    }
    assertThat(watch.detected()).isEqualTo(10);
    assertThat(watch.acted()).isEqualTo(1);
    watch.look(60 * SECOND, counters(2000, 1000));
    assertThat(watch.acted()).isEqualTo(2);
  }

  @Test
  void hasTheFieldsOfFalcosAlert() throws Exception {
    watch(0, 1).look(SECOND, counters(1000, 200));
    assertThat(alerts.get(0).fields().keySet())
        .containsExactly(
            "ebpf_enabled",
            "n_drops",
            "n_drops_buffer_clone_fork_exit",
            "n_drops_buffer_close_exit",
            "n_drops_buffer_connect_exit",
            "n_drops_buffer_dir_file_exit",
            "n_drops_buffer_execve_exit",
            "n_drops_buffer_open_exit",
            "n_drops_buffer_other_interest_exit",
            "n_drops_buffer_proc_exit",
            "n_drops_buffer_total",
            "n_drops_bug",
            "n_drops_page_faults",
            "n_drops_scratch_map",
            "n_evts");
  }

  @Test
  void mayEndTheRunBesideAnAlert() {
    DropWatch watch = watch(0, 1, false, DropAction.ALERT, DropAction.EXIT);
    assertThatThrownBy(() -> watch.look(SECOND, counters(10, 1)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("1 system calls dropped in last second.");
    assertThat(alerts).hasSize(1);
    assertThat(log).isEmpty();
  }

  @Test
  void mayIgnoreLossesAndCountsThem() throws Exception {
    DropWatch watch = watch(0, 1, false, DropAction.IGNORE);
    watch.look(SECOND, counters(10, 1));
    assertThat(log).isEmpty();
    assertThat(alerts).isEmpty();
    assertThat(watch.detected()).isEqualTo(1);
  }

  @Test
  void simulatedLossesHeedNoThreshold() throws Exception {
    DropWatch watch = watch(1, 1, true, DropAction.ALERT);
    watch.look(SECOND, counters(0, 0));
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).fields())
        .containsEntry("n_drops", "1")
        .containsEntry("n_drops_buffer_total", "0");
  }

  private DropWatch watch(double threshold, double burst) {
    return watch(threshold, burst, false, DropAction.LOG, DropAction.ALERT);
  }

  private DropWatch watch(double threshold, double burst, boolean simulate, DropAction... actions) {
    Drops settings = new Drops(threshold, Set.of(actions), 0.03333, burst, simulate);
    return new DropWatch(settings, counters(0, 0), 0, log::add, alerts::add);
  }

  private static ProbeCounters counters(long seen, long dropped) {
    return new ProbeCounters(
        List.of(new ClassCounters(EventClass.OPEN, 0, seen, 0, seen - dropped, dropped, 0)));
  }
}
