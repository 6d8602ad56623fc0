package io.falcoj.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InStrategyTest {

  private static InStrategy texts(String... values) {
    return InStrategy.choose(
        new io.falcoj.compiler.ir.Test.TextIn(Stream.of(values).map(ByteSlice::of).toList()));
  }

  private static InStrategy numbers(Long... values) {
    return InStrategy.choose(new io.falcoj.compiler.ir.Test.NumberIn(List.of(values)));
  }

  @Test
  void fewTextsAreComparedOneByOne() {
    assertThat(texts("a", "b", "c")).isEqualTo(InStrategy.COMPARE_CHAIN);
    assertThat(texts("a", "b", "c", "d")).isEqualTo(InStrategy.HASH_SET);
  }

  @Test
  void duplicatesDoNotCount() {
    assertThat(texts("a", "a", "a", "b")).isEqualTo(InStrategy.COMPARE_CHAIN);
  }

  @Test
  void smallNumbersAreSwitchedOn() {
    assertThat(numbers(1L, 2L)).isEqualTo(InStrategy.COMPARE_CHAIN);
    assertThat(numbers(1L, 2L, -3L)).isEqualTo(InStrategy.SWITCH);
    assertThat(numbers(1L, 2L, 1L << 40)).isEqualTo(InStrategy.HASH_SET);
    assertThat(numbers(LongStream.range(0, 65).boxed().toArray(Long[]::new)))
        .isEqualTo(InStrategy.HASH_SET);
  }
}
