package io.falcoj.runtime.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Functions that conditions and outputs can put around fields, and what they take and give. What
 * they compute is in {@code ops}. Upstream: {@code userspace/libsinsp/sinsp_filter_transformers}.
 */
public enum Transformer {
  TOLOWER,
  TOUPPER,
  /** Decodes. */
  B64,
  BASENAME,
  LEN,
  JOIN,
  CONCAT,
  GETOPT;

  /**
   * Type of an argument or a result.
   *
   * @param type of one value
   * @param list true when there may be any number of values
   */
  public record Operand(FieldType type, boolean list) {
    /** One text. */
    public static final Operand TEXT = new Operand(FieldType.CHARBUF, false);

    /** A list of texts. */
    public static final Operand TEXTS = new Operand(FieldType.CHARBUF, true);

    /** What a field gives. */
    public static Operand of(FieldRef field) {
      return new Operand(field.type(), field.def().shape() == FieldDef.Shape.LIST);
    }

    private boolean isText() {
      return type.family() == FieldType.Family.TEXT;
    }
  }

  /** Arguments that a transformer does not take; the message is one clause for the user. */
  public static final class ArgumentException extends Exception {
    private static final long serialVersionUID = 1L;

    ArgumentException(String message) {
      super(message);
    }
  }

  /** The name as written in rules. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Transformer::label).toList();
  }

  /** The transformer of that name (lower case), or null. */
  public static @Nullable Transformer named(String name) {
    for (Transformer transformer : values()) {
      if (transformer.label().equals(name)) {
        return transformer;
      }
    }
    return null;
  }

  /**
   * Type of the result.
   *
   * @param arguments types in order
   * @param selector text in brackets behind the call, or null
   * @throws ArgumentException when the transformer does not take such arguments
   */
  public Operand result(List<Operand> arguments, @Nullable String selector)
      throws ArgumentException {
    if (selector != null && this != GETOPT) {
      throw new ArgumentException("transformer '" + label() + "' takes no argument in brackets");
    }
    return switch (this) {
      case TOLOWER, TOUPPER, BASENAME -> same(arguments, false);
      case B64 -> same(arguments, true);
      case LEN -> length(arguments);
      case JOIN -> join(arguments);
      case CONCAT -> concat(arguments);
      case GETOPT -> getopt(arguments, selector);
    };
  }

  private Operand same(List<Operand> arguments, boolean bytes) throws ArgumentException {
    Operand only = single(arguments);
    boolean taken =
        bytes ? only.type == FieldType.CHARBUF || only.type == FieldType.BYTEBUF : only.isText();
    return taken ? only : refuse(only);
  }

  private Operand length(List<Operand> arguments) throws ArgumentException {
    Operand only = single(arguments);
    return only.list || only.isText() || only.type == FieldType.BYTEBUF
        ? new Operand(FieldType.UINT64, false)
        : refuse(only);
  }

  private Operand join(List<Operand> arguments) throws ArgumentException {
    check(arguments.size() == 2, "two arguments, a separator and a list");
    check(!arguments.get(0).list && arguments.get(0).isText(), "one text as separator");
    check(arguments.get(1).list && arguments.get(1).isText(), "a list of texts to join");
    return Operand.TEXT;
  }

  private Operand concat(List<Operand> arguments) throws ArgumentException {
    check(arguments.size() >= 2, "at least two arguments");
    for (Operand argument : arguments) {
      check(argument.equals(Operand.TEXT), "arguments that are texts");
    }
    return Operand.TEXT;
  }

  private Operand getopt(List<Operand> arguments, @Nullable String selector)
      throws ArgumentException {
    check(arguments.size() == 2, "two arguments, a list and a text of options");
    check(arguments.get(0).equals(Operand.TEXTS), "a list of texts first");
    check(arguments.get(1).equals(Operand.TEXT), "a text of options second");
    check(selector == null || selector.length() == 1, "a single option letter in brackets");
    return selector == null ? Operand.TEXTS : Operand.TEXT;
  }

  private Operand single(List<Operand> arguments) throws ArgumentException {
    check(arguments.size() == 1, "one argument");
    return arguments.get(0);
  }

  private Operand refuse(Operand operand) throws ArgumentException {
    throw new ArgumentException(
        "transformer '%s' cannot be applied to %stype %s"
            .formatted(label(), operand.list ? "a list of " : "", operand.type));
  }

  private void check(boolean condition, String wanted) throws ArgumentException {
    if (!condition) {
      throw new ArgumentException("transformer '" + label() + "' takes " + wanted);
    }
  }
}
