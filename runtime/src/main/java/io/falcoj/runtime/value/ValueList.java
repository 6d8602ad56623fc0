package io.falcoj.runtime.value;

import java.util.Arrays;

/**
 * The values of a list field, reused from event to event. Holds texts or numbers, whichever the
 * field's type asks for.
 */
public final class ValueList {
  private ByteSlice[] slices = new ByteSlice[8];
  private long[] numbers = new long[8];
  private int size;

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public void add(ByteSlice value) {
    if (size == slices.length) {
      slices = Arrays.copyOf(slices, size * 2);
    }
    slices[size++] = value;
  }

  /** Puts the value before all others and removes another one that is equal to it. */
  public void addFirst(ByteSlice value) {
    int at = 0;
    while (at < size && !slices[at].contentEquals(value)) {
      at++;
    }
    if (at == size) {
      add(value);
    }
    System.arraycopy(slices, 0, slices, 1, at);
    slices[0] = value;
  }

  public void add(long value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = value;
  }

  public ByteSlice slice(int index) {
    return slices[index];
  }

  public long number(int index) {
    return numbers[index];
  }
}
