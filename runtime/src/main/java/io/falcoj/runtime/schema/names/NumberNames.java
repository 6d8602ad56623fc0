package io.falcoj.runtime.schema.names;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names of error codes and signals. */
public final class NumberNames {
  private static final class Holder {
    static final @Nullable String[] ERRORS = read("errno");
    static final @Nullable String[] SIGNALS = read("signal");

    private static @Nullable String[] read(String kind) {
      @Nullable String[] names = new String[0];
      for (String[] row : TableReader.read(NumberNames.class, "numbers.tsv")) {
        if (row[0].equals(kind)) {
          int number = Integer.parseInt(row[1]);
          names = Arrays.copyOf(names, Math.max(names.length, number + 1));
          names[number] = row[2];
        }
      }
      return names;
    }
  }

  private NumberNames() {}

  /** Name of a positive error code such as {@code ENOENT}, or null. */
  public static @Nullable String error(long number) {
    return at(Holder.ERRORS, number);
  }

  /** Name of a signal such as {@code SIGKILL}, or null. */
  public static @Nullable String signal(long number) {
    return at(Holder.SIGNALS, number);
  }

  private static @Nullable String at(@Nullable String[] names, long number) {
    return number >= 0 && number < names.length ? names[(int) number] : null;
  }
}
