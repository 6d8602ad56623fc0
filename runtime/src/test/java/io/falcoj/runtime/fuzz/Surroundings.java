package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies around an event in memory. It must not show in any value, and neither must what lies
 * there after the event is gone: state keeps copies.
 */
record Surroundings(byte filler, int before, int behind) {
  private static final int MOST_SHOWN = 1000;

  private static final Surroundings[] DIFFERENT = {
    new Surroundings((byte) '#', 64, 64), new Surroundings((byte) 0xA7, 3, 4096)
  };

  /**
   * Fails when a value of the events depends on what is around them.
   *
   * @param events one after the other on one machine, behind {@link Sample#past}; their lengths may
   *     lie
   */
  static void assertInvisible(List<byte[]> events) {
    List<byte[]> past = Sample.past();
    List<byte[]> all = new ArrayList<>(past);
    all.addAll(events);
    ByteSlice one = DIFFERENT[0].shown(all, past.size());
    ByteSlice other = DIFFERENT[1].shown(all, past.size());
    if (!one.contentEquals(other)) {
      assertThat(difference(lines(one), lines(other))).isNull();
    }
  }

  private static @Nullable String difference(List<String> one, List<String> other) {
    for (int i = 0; i < one.size() && i < other.size(); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i) + "\n" + other.get(i);
      }
    }
    return one.size() == other.size() ? null : one.size() + " lines, " + other.size() + " lines";
  }

  private static List<String> lines(ByteSlice seen) {
    return new String(seen.toBytes(), StandardCharsets.ISO_8859_1).lines().toList();
  }

  private ByteSlice shown(List<byte[]> events, int past) {
    Watcher watcher = new Watcher(past + 1, MOST_SHOWN);
    RawEvent raw = new RawEvent();
    int longest = events.stream().mapToInt(event -> event.length).max().orElse(0);
    byte[] memory = new byte[before + longest + behind];
    for (byte[] event : events) {
      Arrays.fill(memory, filler);
      System.arraycopy(event, 0, memory, before, event.length);
      watcher.event(raw.wrap(memory, before, event.length, 0, 0));
    }
    return watcher.seen();
  }
}
