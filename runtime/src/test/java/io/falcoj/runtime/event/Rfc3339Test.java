package io.falcoj.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T07:58:14Z",
        "2018-10-25T17:53:06.995407Z",
        "2020-02-29T23:59:59.999999999Z",
        "1969-12-31T23:59:59.5Z",
        "2000-01-01T00:00:00.000000001Z"
      })
  void timesInUtc(String text) {
    Instant instant = Instant.parse(text);
    assertThat(parse(text))
        .isEqualTo(instant.getEpochSecond() * 1_000_000_000L + instant.getNano());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T02:00:00+02:00", "2025-12-31T19:30:00-04:30"})
  void offsetsAreTakenOff(String text) {
    assertThat(parse(text))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() * 1_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01t00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00+0200",
        "2026-01-01T00:00:00Zx",
        "9999-01-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-01 00:00:00Z"
      })
  void othersAreNone(String text) {
    assertThat(parse(text)).isEqualTo(Rfc3339.INVALID);
  }

  private static long parse(String text) {
    byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
    return Rfc3339.nanoseconds(bytes, 1, bytes.length);
  }
}
