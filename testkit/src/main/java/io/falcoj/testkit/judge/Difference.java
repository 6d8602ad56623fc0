package io.falcoj.testkit.judge;

import io.falcoj.testkit.suite.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way in which the alerts of a case differ from what it expects. */
public sealed interface Difference {
  /** Name of the rule that it is about. */
  String rule();

  /**
   * Fewer alerts than expected, and none that only look otherwise.
   *
   * @param got those that meet every demand
   */
  record Missing(Expectation expected, long got) implements Difference {
    @Override
    public String rule() {
      return expected.rule();
    }
  }

  /**
   * More alerts than expected.
   *
   * @param got all that meet every demand
   * @param excess the first one too many, as far as it was kept
   */
  record TooMany(Expectation expected, long got, Hit excess) implements Difference {
    @Override
    public String rule() {
      return expected.rule();
    }
  }

  /**
   * Alerts that do not meet the demands of any expectation.
   *
   * @param expected the nearest one
   * @param unmet what the alerts do not meet of it
   * @param count how many such alerts there are
   * @param first the first of them
   */
  record Otherwise(Expectation expected, Unmet unmet, long count, Hit first) implements Difference {
    @Override
    public String rule() {
      return expected.rule();
    }
  }

  /**
   * Alerts of a rule that the case does not name.
   *
   * @param first at least one, in order
   */
  record Unexpected(long count, List<Hit> first) implements Difference {
    public Unexpected {
      first = List.copyOf(first);
    }

    @Override
    public String rule() {
      return first.get(0).rule();
    }
  }

  /** The alert that is shown for it, or null. */
  default @Nullable Hit shown() {
    if (this instanceof TooMany many) {
      return many.excess();
    }
    if (this instanceof Otherwise other) {
      return other.first();
    }
    return this instanceof Unexpected unexpected ? unexpected.first().get(0) : null;
  }
}
