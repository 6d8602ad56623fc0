package io.falcoj.testkit.scenario;

import java.util.List;

/**
 * A parameter's value as written; the parameter's type decides what it means. So {@code O_RDONLY}
 * is a text here, and a bit of a flags parameter in the event.
 */
public sealed interface Value {
  /** A plain number. */
  record Number(long number) implements Value {}

  /** A text, a name of a flag, an error such as {@code EACCES}, an address, a connection. */
  record Text(String text) implements Value {}

  /** Arguments, or names of flags. */
  record Items(List<String> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** The parameter as it is encoded. */
  record Raw(byte[] bytes) implements Value {}

  static Value of(long number) {
    return new Number(number);
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(List<String> items) {
    return new Items(items);
  }
}
