package io.falcoj.runtime.pushdown;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.stream.LongStream;

/** A question about a value that is known. */
public sealed interface Test {
  /** Whether it is asked of bytes, not of a number. */
  boolean isOfText();

  /** The texts that are looked for; empty for a number. */
  default List<ByteSlice> texts() {
    return List.of();
  }

  /** The number is this one. */
  record EqualTo(long value) implements Test {
    @Override
    public boolean isOfText() {
      return false;
    }
  }

  /** The number has one of these bits. */
  record AnyBits(long mask) implements Test {
    @Override
    public boolean isOfText() {
      return false;
    }
  }

  /** The number is less, both being signed. */
  record LessThan(long bound) implements Test {
    @Override
    public boolean isOfText() {
      return false;
    }
  }

  /** The number is one of these: sorted, distinct, at most {@link Filter#MAX_SET}. */
  record InNumbers(List<Long> values) implements Test {
    public InNumbers {
      values = values.stream().distinct().sorted().toList();
      if (values.isEmpty() || values.size() > Filter.MAX_SET) {
        throw new IllegalArgumentException(values.size() + " numbers in a set");
      }
    }

    /** The values, sorted. */
    public LongStream stream() {
      return values.stream().mapToLong(Long::longValue);
    }

    @Override
    public boolean isOfText() {
      return false;
    }
  }

  /** The text is one of these: sorted by unsigned bytes, distinct, within the limits. */
  record InTexts(List<ByteSlice> values) implements Test {
    public InTexts {
      values = Filter.texts(values);
    }

    @Override
    public List<ByteSlice> texts() {
      return values;
    }

    @Override
    public boolean isOfText() {
      return true;
    }
  }

  /** The text begins with one of these: sorted by unsigned bytes, distinct, within the limits. */
  record StartsWithAny(List<ByteSlice> values) implements Test {
    public StartsWithAny {
      values = Filter.texts(values);
    }

    @Override
    public List<ByteSlice> texts() {
      return values;
    }

    @Override
    public boolean isOfText() {
      return true;
    }
  }

  /** The text ends with one of these: sorted by unsigned bytes, distinct, within the limits. */
  record EndsWithAny(List<ByteSlice> values) implements Test {
    public EndsWithAny {
      values = Filter.texts(values);
    }

    @Override
    public List<ByteSlice> texts() {
      return values;
    }

    @Override
    public boolean isOfText() {
      return true;
    }
  }
}
