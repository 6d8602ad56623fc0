package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.Test;
import java.util.List;

/** How membership in constants is tested: a pure function of the constants. */
public enum InStrategy {
  /** One comparison after the other. */
  COMPARE_CHAIN,
  /** A switch instruction. */
  SWITCH,
  /** A set, linked once. */
  HASH_SET;

  /**
   * Hashing a text of 8 bytes costs about as much as three comparisons that fail on length or first
   * bytes.
   */
  private static final int LONGEST_TEXT_CHAIN = 3;

  private static final int LONGEST_NUMBER_CHAIN = 2;

  /** Keeps a method with a few of them well below the limit of the JIT. */
  private static final int LONGEST_SWITCH = 64;

  public static InStrategy choose(Test.TextIn test) {
    return test.values().size() <= LONGEST_TEXT_CHAIN ? COMPARE_CHAIN : HASH_SET;
  }

  public static InStrategy choose(Test.NumberIn test) {
    List<Long> values = test.values();
    if (values.size() <= LONGEST_NUMBER_CHAIN) {
      return COMPARE_CHAIN;
    }
    boolean small = values.stream().allMatch(v -> v == v.intValue());
    return small && values.size() <= LONGEST_SWITCH ? SWITCH : HASH_SET;
  }
}
