package io.falcoj.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringOpsTest {

  /** A slice in the middle of an array, as values of events are. */
  private static ByteSlice inside(String text) {
    byte[] padded = ("<<" + text + ">>").getBytes(StandardCharsets.UTF_8);
    return ByteSlice.of(padded, 2, padded.length - 4);
  }

  @ParameterizedTest
  @CsvSource({
    "abcabd, abd, true",
    "abcabd, '', true",
    "abc, abcd, false",
    "'', '', true",
    "'', a, false",
    "abc, >, false"
  })
  void contains(String value, String part, boolean expected) {
    assertThat(StringOps.contains(inside(value), ByteSlice.of(part))).isEqualTo(expected);
    assertThat(StringOps.containsIgnoreCase(inside(value), ByteSlice.of(part))).isEqualTo(expected);
  }

  @Test
  void caseIsFoldedForLettersOfAsciiOnly() {
    assertThat(StringOps.containsIgnoreCase(inside("xABCx"), ByteSlice.of("abc"))).isTrue();
    assertThat(StringOps.containsIgnoreCase(inside("Ä"), ByteSlice.of("ä"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"abc, ab, true, false", "abc, bc, false, true", "abc, abcd, false, false"})
  void ends(String value, String part, boolean starts, boolean ends) {
    assertThat(StringOps.startsWith(inside(value), ByteSlice.of(part))).isEqualTo(starts);
    assertThat(StringOps.endsWith(inside(value), ByteSlice.of(part))).isEqualTo(ends);
  }

  @Test
  void orderIsThatOfUnsignedBytes() {
    assertThat(StringOps.compare(inside("z"), ByteSlice.of("é"))).isNegative();
    assertThat(StringOps.compare(inside("a"), ByteSlice.of("ab"))).isNegative();
  }

  @Test
  void setsFindWhatTheyHold() {
    List<ByteSlice> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add(ByteSlice.of("item" + i));
    }
    ByteSliceSet set = new ByteSliceSet(items);
    assertThat(set.size()).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(set.contains(inside("item" + i))).isTrue();
      assertThat(set.contains(inside("item" + (i + 1000)))).isFalse();
    }
    assertThat(new ByteSliceSet(List.of()).contains(inside(""))).isFalse();
  }
}
