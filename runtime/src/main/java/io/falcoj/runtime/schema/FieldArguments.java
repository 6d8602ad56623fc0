package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.FieldDef.ArgKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the row of a field that fits the argument given with it. */
final class FieldArguments {
  /** An index behind the last of every list. */
  private static final String BEYOND = Integer.toString(Integer.MAX_VALUE);

  private final EventTable events;
  private final Set<String> constants;

  /** Of every parameter's name the type that the first event gives it. */
  private final Map<String, FieldType> paramTypes = new HashMap<>();

  FieldArguments(EventTable events, Set<String> constants) {
    this.events = events;
    this.constants = constants;
    for (EventType event : events.all()) {
      event.params().forEach(param -> paramTypes.putIfAbsent(param.name(), param.type()));
    }
  }

  /**
   * @param rows of one name, all that its arguments allow
   * @param nameEnd where the name ends in {@code text}
   * @return null when the text makes no field
   */
  @Nullable FieldRef bind(List<FieldDef> rows, String text, int nameEnd) {
    if (nameEnd == text.length()) {
      FieldDef plain = row(rows, ArgKind.NONE);
      if (plain == null) {
        throw new FieldException("field '" + text + "' " + wants(rows), falcosWant(rows, text));
      }
      return new FieldRef(plain, text, null, plain.type());
    }
    return text.charAt(nameEnd) == '.'
        ? bindSuffix(rows, text, text.substring(nameEnd + 1))
        : bindBracket(rows, text, nameEnd);
  }

  private @Nullable FieldRef bindSuffix(List<FieldDef> rows, String text, String suffix) {
    FieldDef param = row(rows, ArgKind.PARAM);
    if (param != null) {
      return bindParam(param, text, suffix);
    }
    FieldDef row = row(rows, ArgKind.SUFFIX);
    return row != null && allowed(row, suffix) ? new FieldRef(row, text, suffix, row.type()) : null;
  }

  private @Nullable FieldRef bindParam(FieldDef row, String text, String name) {
    int length = name.length();
    while (length > 0 && !paramTypes.containsKey(name.substring(0, length))) {
      length--;
    }
    if (length == 0) {
      throw new FieldException("unknown event argument " + name);
    }
    FieldType own = Objects.requireNonNull(paramTypes.get(name.substring(0, length)));
    FieldType type = row.type() == FieldType.DYN ? own : row.type();
    return length == name.length() ? new FieldRef(row, text, name, type) : null;
  }

  private @Nullable FieldRef bindBracket(List<FieldDef> rows, String text, int nameEnd) {
    int close = text.indexOf(']', nameEnd);
    if (close < 0) {
      throw new FieldException("field '" + text + "' has unbalanced argument brackets");
    }
    boolean plugin = rows.get(0).fieldClass().plugin();
    int blank = text.indexOf(' ', nameEnd);
    if (plugin && blank >= 0 && blank < close) {
      blankInArgument(rows.get(0).name(), text.substring(0, blank));
    }
    if (close != text.length() - 1) {
      return null;
    }
    String argument = text.substring(nameEnd + 1, close);
    FieldDef param = row(rows, ArgKind.PARAM);
    if (param != null) {
      return bindPosition(param, text, argument);
    }
    FieldDef index = row(rows, ArgKind.INDEX);
    if (index != null && isIndex(argument) && !(plugin && hasLeadingZero(argument))) {
      return new FieldRef(index, text, argument, index.type());
    }
    FieldDef key = row(rows, ArgKind.KEY);
    if (index != null && key == null && isNegative(argument) && !index.fieldClass().plugin()) {
      FieldDef plain = row(rows, ArgKind.NONE);
      return plain != null && Integer.parseInt(argument) == -1
          ? new FieldRef(plain, text, null, plain.type())
          : new FieldRef(index, text, BEYOND, index.type());
    }
    if (key == null) {
      key = row(rows, ArgKind.POINTER);
    }
    if (key != null && !argument.isEmpty()) {
      return new FieldRef(key, text, argument, key.type());
    }
    if (index != null && key == null) {
      notAnIndex(index, text, argument);
    }
    if (index == null && row(rows, ArgKind.SUFFIX) != null) {
      throw new FieldException(
          "field '" + text + "' " + wants(rows), "filter syntax error: " + text);
    }
    if (index == null && key == null && plugin) {
      String name = rows.get(0).name();
      throw new FieldException(
          "field '" + name + "' does not take an argument, but one is given: " + argument,
          "filter '%s': %s does not allow nor require an argument but one is provided: %s"
              .formatted(text, name, argument));
    }
    return null;
  }

  /** Plugins' fields end at the first blank, in quotes too. */
  private static void blankInArgument(String name, String cut) {
    throw new FieldException(
        "the argument of '" + name + "' cannot have a blank",
        "filter '%s': %s %s"
            .formatted(
                cut,
                name,
                cut.endsWith("[")
                    ? "terminates with incomplete argument brackets"
                    : "has unbalanced argument brackets"));
  }

  /** Refuses an argument; where Falco knows no such field, nothing happens. */
  private static void notAnIndex(FieldDef index, String text, String argument) {
    if (index.fieldClass().plugin()) {
      boolean digits = argument.chars().allMatch(c -> c >= '0' && c <= '9');
      throw new FieldException(
          "field '" + index.name() + "' takes an index, and " + argument + " is none",
          "filter %s %s has an invalid index argument %s: %s"
              .formatted(
                  text,
                  index.name(),
                  !digits
                      ? "not composed only by digits"
                      : hasLeadingZero(argument)
                          ? "starting with 0"
                          : "not representable on 64 bit",
                  argument));
    }
    if (index.name().equals("fd.types")) {
      throw new FieldException(argument + " is not a valid number");
    }
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.startsWith("0");
  }

  private static FieldRef bindPosition(FieldDef row, String text, String argument) {
    if (row.type() == FieldType.DYN) {
      throw new FieldException("evt.arg fields must be expressed explicitly");
    }
    if (!isIndex(argument) && !isNegative(argument)) {
      throw new FieldException(argument + " is not a valid number");
    }
    return new FieldRef(row, text, isIndex(argument) ? argument : BEYOND, row.type());
  }

  /** Suffixes are free, apart from those that name something. */
  private boolean allowed(FieldDef row, String suffix) {
    return switch (row.name()) {
      case "evt.type.is" -> isIndex(suffix) || !events.named(suffix).isEmpty();
      case "evt.abspath" -> suffix.equals("src") || suffix.equals("dst");
      case "thread.cgroup" ->
          !suffix.isEmpty() && suffix.chars().allMatch(c -> c == '_' || isLetter(c));
      case "static" -> constants.contains(suffix);
      default -> true;
    };
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** True for a decimal number that fits an {@code int}. */
  static boolean isIndex(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return false;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9')
        && Long.parseLong(text) <= Integer.MAX_VALUE;
  }

  /** Core fields take such indexes: -1 is as none, and others find nothing. */
  private static boolean isNegative(String text) {
    return text.startsWith("-") && isIndex(text.substring(1));
  }

  /** What may stand in brackets behind the name of the rows. */
  static String hint(List<FieldDef> rows) {
    String name = rows.get(0).name();
    if (row(rows, ArgKind.INDEX) != null) {
      return "a number belongs in the brackets, as in " + name + "[1]";
    }
    return row(rows, ArgKind.KEY) != null || row(rows, ArgKind.POINTER) != null
        ? "something belongs in the brackets"
        : "`" + name + "` takes no argument in brackets";
  }

  private static String wants(List<FieldDef> rows) {
    return switch (rows.get(0).arg()) {
      case SUFFIX -> "needs a name behind it, as in " + rows.get(0).name() + ".NAME";
      case PARAM -> "needs a parameter, as in " + rows.get(0).name() + ".NAME";
      default -> "requires an argument in brackets";
    };
  }

  private static String falcosWant(List<FieldDef> rows, String text) {
    return rows.get(0).fieldClass().plugin()
        ? "filter '%s': %s requires an argument but none provided"
            .formatted(text, rows.get(0).name())
        : "filter syntax error: " + text;
  }

  private static @Nullable FieldDef row(List<FieldDef> rows, ArgKind kind) {
    for (FieldDef row : rows) {
      if (row.arg() == kind) {
        return row;
      }
    }
    return null;
  }
}
