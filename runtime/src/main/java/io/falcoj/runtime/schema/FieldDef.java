package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.names.PrintFormat;
import java.util.Set;

/**
 * One row of the field catalogue: a name that rules can use and the accessor that gives its value.
 * A field whose argument is optional has two rows, one of them with {@link ArgKind#NONE}.
 *
 * @param name without argument, e.g. {@code proc.aname}
 * @param fieldClass group in listings; decides for which event sources the field exists
 * @param type of one value; {@link FieldType#DYN} takes the type of the named parameter
 * @param shape how many values there are and how comparisons treat them
 * @param format how a number is printed
 * @param owner class that holds the accessor, as a path below {@code runtime.fields}, e.g. {@code
 *     proc.ProcFields}
 * @param method name of the static accessor there; see {@link #descriptor}
 * @param description one sentence for {@code --list-fields} and the generated documentation
 */
public record FieldDef(
    String name,
    FieldClass fieldClass,
    FieldType type,
    Shape shape,
    ArgKind arg,
    Set<FieldFlag> flags,
    PrintFormat format,
    String owner,
    String method,
    String description) {

  /** How many values a field has. */
  public enum Shape {
    /** One value or none. */
    SINGLE,
    /** A list: {@code in} asks for all elements, {@code intersects} for any. */
    LIST,
    /**
     * A walk, e.g. over ancestors: true when any element satisfies, {@code !=} included. Prints
     * through the accessor {@code methodShown} where one exists (a single text or number), else as
     * its elements joined by blanks.
     */
    ANY_OF,
    /** Both ends of a connection: {@code =} either end, {@code !=} neither. */
    EITHER_END
  }

  /** What stands behind the name. */
  public enum ArgKind {
    NONE(""),
    /** {@code [N]}; the accessor takes an {@code int}. */
    INDEX("[N]"),
    /**
     * {@code [text]}, an index being a text too unless there is an {@link #INDEX} row; the accessor
     * takes a {@code ByteSlice}.
     */
    KEY("[KEY]"),
    /** {@code .name}; the accessor takes a {@code ByteSlice}. */
    SUFFIX(".NAME"),
    /**
     * {@code .name} or {@code [N]} of an event parameter; the accessor takes a {@code ParamRef}.
     */
    PARAM(".NAME|[N]"),
    /** {@code [/json/pointer]}; the accessor takes a {@code ByteSlice}. */
    POINTER("[/PATH]");

    private final String text;

    ArgKind(String text) {
      this.text = text;
    }
  }

  /** Properties of a row. */
  public enum FieldFlag {
    /** Loads, with a warning. */
    DEPRECATED,
    /** Conditions only: prints as absent. */
    FILTER_ONLY,
    /** Output only. */
    PRINT_ONLY,
    /** Loads but is not listed. */
    TABLE_ONLY,
    /** Neither has nor is a right-hand side field. */
    NO_RHS,
    NO_TRANSFORMER,
    /** Appended to every output unless switched off. */
    FORMAT_SUGGESTED,
    /** A plain number in JSON; a text becomes the event's time in nanoseconds. */
    JSON_NUMBER,
    /** Costs more than following a few references; worth remembering within an event. */
    COMPUTED
  }

  public FieldDef {
    flags = Set.copyOf(flags);
  }

  /** The name with its argument, as listings write it. */
  public String usage() {
    // A raw parameter has the type of its name, so it cannot be a position.
    return name + (type == FieldType.DYN ? ArgKind.SUFFIX.text : arg.text);
  }

  /** True for the fields that Falco lists. */
  public boolean isListed() {
    return !has(FieldFlag.TABLE_ONLY) && !has(FieldFlag.PRINT_ONLY) && !has(FieldFlag.DEPRECATED);
  }

  public boolean has(FieldFlag flag) {
    return flags.contains(flag);
  }
}
