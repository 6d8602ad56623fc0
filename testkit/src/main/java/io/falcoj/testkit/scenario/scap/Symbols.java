package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Value;
import io.falcoj.testkit.yaml.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of the names that a scenario may use: flags, errors, signals. */
final class Symbols {
  static final long CURRENT_DIRECTORY = -100;

  private static final int NUMBERS = 256;
  private static final Map<String, Long> ERRORS = new HashMap<>();
  private static final Map<String, Long> SIGNALS = new HashMap<>();

  /** The event table has no names for these. */
  private static final Map<String, Long> SOCKET_TYPES =
      Map.of("SOCK_STREAM", 1L, "SOCK_DGRAM", 2L, "SOCK_RAW", 3L, "SOCK_SEQPACKET", 5L);

  static {
    for (long number = 1; number < NUMBERS; number++) {
      put(ERRORS, NumberNames.error(number), number);
      put(SIGNALS, NumberNames.signal(number), number);
    }
  }

  private Symbols() {}

  private static void put(Map<String, Long> names, @Nullable String name, long number) {
    if (name != null) {
      names.putIfAbsent(name, number);
    }
  }

  /**
   * The value of a number parameter.
   *
   * @throws ScenarioException for a name that the parameter does not know, and for a number that it
   *     cannot hold
   */
  static long number(ParamDef param, Value value) {
    long number = unchecked(param, value);
    int bits = 8 * param.type().size();
    if (bits > 0 && bits < Long.SIZE && (number >> bits) != 0 && (number >> (bits - 1)) != -1) {
      throw new ScenarioException(
          param.name(),
          "%d does not fit parameter '%s', which has %d bits"
              .formatted(number, param.name(), bits));
    }
    return number;
  }

  private static long unchecked(ParamDef param, Value value) {
    if (value instanceof Value.Number number) {
      return number.number();
    }
    if (value instanceof Value.Text text) {
      return text.text().contains("|")
          ? together(param, List.of(text.text().split("\\|")))
          : named(param, text.text());
    }
    if (value instanceof Value.Items items) {
      return together(param, items.items());
    }
    throw new ScenarioException(param.name(), "'" + param.name() + "' takes a number");
  }

  private static long together(ParamDef param, List<String> names) {
    if (param.symbols() == null && names.size() != 1) {
      throw new ScenarioException(
          param.name(), "parameter '" + param.name() + "' takes one number, not a list");
    }
    long bits = 0;
    for (String name : names) {
      bits |= named(param, name);
    }
    return bits;
  }

  private static long named(ParamDef param, String name) {
    FlagTable symbols = param.symbols();
    if (symbols != null) {
      for (FlagTable.Entry entry : symbols.entries()) {
        if (entry.name().equals(name)) {
          return entry.value();
        }
      }
    }
    FieldType type = param.type();
    boolean result = type == FieldType.ERRNO || type == FieldType.FD || type == FieldType.PID;
    if (result && ERRORS.containsKey(name)) {
      return -ERRORS.get(name);
    }
    if (type == FieldType.SIGTYPE && SIGNALS.containsKey(name)) {
      return SIGNALS.get(name);
    }
    if (symbols == null && param.name().equals("type") && SOCKET_TYPES.containsKey(name)) {
      return SOCKET_TYPES.get(name);
    }
    if (type == FieldType.FD && name.equals("AT_FDCWD")) {
      return CURRENT_DIRECTORY;
    }
    return plain(param, name, symbols);
  }

  private static long plain(ParamDef param, String text, @Nullable FlagTable symbols) {
    try {
      return Long.decode(text);
    } catch (NumberFormatException e) {
      throw new ScenarioException(
          param.name(),
          "'%s' is no value of parameter '%s'%s"
              .formatted(text, param.name(), known(param, text, symbols)));
    }
  }

  private static String known(ParamDef param, String text, @Nullable FlagTable symbols) {
    if (symbols == null) {
      FieldType type = param.type();
      boolean result = type == FieldType.ERRNO || type == FieldType.FD || type == FieldType.PID;
      Collection<String> names =
          result ? ERRORS.keySet() : type == FieldType.SIGTYPE ? SIGNALS.keySet() : List.of();
      String also = result ? " or an error" : type == FieldType.SIGTYPE ? " or a signal" : "";
      return Known.didYouMean(text, names) + "; it takes a number" + also;
    }
    List<String> names = symbols.entries().stream().map(FlagTable.Entry::name).toList();
    return Known.didYouMean(text, names) + "; it takes numbers and " + String.join(", ", names);
  }
}
