package io.falcoj.compiler.ir;

import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import java.util.List;

/** A test of one present value. */
public sealed interface Test {
  /** The six comparisons by order. */
  enum Order {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE
  }

  /** Searches within a text or buffer. */
  enum Part {
    CONTAINS,
    ICONTAINS,
    STARTSWITH,
    ENDSWITH
  }

  /**
   * A number against a constant.
   *
   * @param value bits in the form that values of the family have
   */
  record Number(Order order, long value, Family family) implements Test {}

  /** A number among constants, sorted and distinct. */
  record NumberIn(List<Long> values) implements Test {
    public NumberIn {
      values = values.stream().distinct().sorted().toList();
    }
  }

  /** The time lies within {@code delta} of {@code time}, in nanoseconds. */
  record Around(long time, long delta) implements Test {}

  /** The same bytes: texts, buffers and addresses. */
  record Equal(ByteSlice value) implements Test {}

  /** A text against a constant, by unsigned bytes. */
  record TextOrder(Order order, ByteSlice value) implements Test {}

  /** One of constant texts, sorted and distinct. */
  record TextIn(List<ByteSlice> values) implements Test {
    public TextIn {
      values = values.stream().distinct().sorted().toList();
    }

    /** Of sixteen texts or so: lists are long, and predicates are looked up often. */
    @Override
    public int hashCode() {
      int hash = values.size();
      int step = 1 + values.size() / 16;
      for (int i = 0; i < values.size(); i += step) {
        hash = 31 * hash + values.get(i).hashCode();
      }
      return hash;
    }
  }

  /** A constant stands in the text; for ICONTAINS it is in lower case. */
  record Search(Part part, ByteSlice value) implements Test {}

  /** A shell pattern. */
  record Glob(ByteSlice pattern, boolean ignoreCase) implements Test {}

  /** A regular expression that matches the whole text. */
  record Regex(ByteSlice expression) implements Test {}

  /** A path, or one below it. */
  record BelowPath(List<ByteSlice> paths) implements Test {
    public BelowPath {
      paths = paths.stream().distinct().sorted().toList();
    }
  }

  /** An address in one of the networks. */
  record InNetworks(List<IpNet> networks) implements Test {
    public InNetworks {
      networks = List.copyOf(networks);
    }
  }

  /** The value fails a test. */
  record Fails(Test test) implements Test {}

  /** How many of the tests the value must pass. */
  record Passes(Count count, List<Test> tests) implements Test {
    /** Exactly one, at least one, or all; none of them holds without tests. */
    public enum Count {
      ONE,
      ANY,
      ALL
    }

    public Passes {
      tests = List.copyOf(tests);
    }
  }

  /** A number against another field. */
  record NumberAgainst(Order order, Family family, Load right) implements Test {}

  /** A text against another field. */
  record TextAgainst(Order order, Load right) implements Test {}

  /** Another field's text stands in the text. */
  record SearchAgainst(Part part, Load right) implements Test {}

  /** Another field's text as a shell pattern. */
  record GlobAgainst(Load right, boolean ignoreCase) implements Test {}

  /** Among the values of another field; numbers when {@code numeric}. */
  record InField(Load right, boolean numeric) implements Test {}
}
