package io.falcoj.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms that Falco's {@code falco_outputs::handle_msg} gives to what no rule made. */
class NoticesTest {
  private static final long NANOS = 1_700_000_000_000_000_042L;
  private static final Alert LOSSES =
      Notices.alert(
          NANOS,
          "Debug",
          "Falco internal: syscall event drop",
          "Falco internal: syscall event drop. 7 system calls dropped in last second.",
          Map.of("n_evts", "10", "n_drops", "7", "ebpf_enabled", "1"));

  @Test
  void asTextFieldsStandBehindTheMessageSortedAndQuoted() {
    String time =
        DateTimeFormatter.ofPattern("HH:mm:ss")
            .withZone(ZoneId.systemDefault())
            .format(Instant.ofEpochSecond(NANOS / 1_000_000_000));
    assertThat(shown(LOSSES, options(false, true)))
        .isEqualTo(
            time
                + ".000000042: Debug Falco internal: syscall event drop. 7 system calls dropped in"
                + " last second. (ebpf_enabled=\"1\" n_drops=\"7\" n_evts=\"10\")");
  }

  @Test
  void inJsonTheOutputIsTheMessageAlone() {
    assertThat(shown(LOSSES, options(true, true)))
        .isEqualTo(
            "{\"hostname\":\"here\",\"output\":\"Falco internal: syscall event drop. 7 system calls"
                + " dropped in last second.\",\"output_fields\":{\"ebpf_enabled\":\"1\","
                + "\"n_drops\":\"7\",\"n_evts\":\"10\"},\"priority\":\"Debug\","
                + "\"rule\":\"Falco internal: syscall event drop\",\"source\":\"internal\","
                + "\"time\":\"2023-11-14T22:13:20.000000042Z\"}");
  }

  @Test
  void optionsOfRulesOutputsChangeNothing() {
    assertThat(shown(LOSSES, options(true, false))).isEqualTo(shown(LOSSES, options(true, true)));
  }

  private static OutputOptions options(boolean json, boolean include) {
    return new OutputOptions(
        json, include, include, include, include, false, false, "here", List.of());
  }

  private static String shown(Alert alert, OutputOptions options) {
    TextBuilder out = new TextBuilder();
    AlertFormat.of(options).append(alert, out.begin());
    return new String(out.finish(new ByteSlice()).toBytes(), StandardCharsets.UTF_8);
  }
}
