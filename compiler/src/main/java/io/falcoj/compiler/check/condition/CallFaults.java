package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.schema.Transformer.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Falco says of a transformer whose arguments do not fit ({@code
 * userspace/libsinsp/sinsp_filtercheck_multivalue_transformer.cpp}, {@code sinsp_filtercheck.cpp}).
 */
final class CallFaults {
  /** What Falco calls values that are no fields. */
  private static final String NO_FIELD = "NA";

  private CallFaults() {}

  /** Its words, or null when it has none. */
  static @Nullable String words(
      Transformer transformer, List<Load> arguments, @Nullable String selector) {
    boolean many = arguments.size() > 1;
    return switch (transformer) {
      case JOIN, CONCAT, GETOPT ->
          many ? several(transformer, arguments) : one(transformer, selector);
      default -> many ? "unknown multivalue transformer" : single(transformer, arguments, selector);
    };
  }

  private static String one(Transformer transformer, @Nullable String selector) {
    return selector == null
        ? "unknown field transfomer '" + transformer.label() + "'"
        : noArgument(transformer.label());
  }

  /** Brackets behind a call that takes none. */
  static String noArgument(String transformer) {
    return "filter error: transformer '" + transformer + "' does not support field arguments";
  }

  private static String single(
      Transformer transformer, List<Load> arguments, @Nullable String selector) {
    if (selector != null) {
      return noArgument(transformer.label());
    }
    Load argument = arguments.get(0);
    Operand operand = argument.operand();
    return "can't add field transformer: type '%s' is not supported by '%s' transformer applied on %sfield '%s'"
        .formatted(
            operand.type(), transformer.label(), operand.list() ? "list " : "", name(argument));
  }

  private static @Nullable String several(Transformer transformer, List<Load> arguments) {
    Operand first = arguments.get(0).operand();
    Operand second = arguments.get(1).operand();
    boolean two = arguments.size() == 2;
    return switch (transformer) {
      case JOIN ->
          !two
              ? "join() requires exactly 2 arguments: separator and list"
              : first.list()
                  ? "join() first argument (separator) must be a single value, not a list"
                  : second.list() ? null : "join() second argument must be a list";
      case CONCAT -> "concat() arguments must be strings";
      default -> getopt(two, first, second);
    };
  }

  private static String getopt(boolean two, Operand first, Operand second) {
    if (!two) {
      return "getopt() requires exactly 2 arguments: args list and optstring";
    }
    if (!first.list()) {
      return "getopt() first argument must be a list";
    }
    if (second.list()) {
      return "getopt() second argument (optstring) must be a single value";
    }
    return first.type() == FieldType.CHARBUF && second.type() == FieldType.CHARBUF
        ? "getopt() field argument must be a single option character"
        : "getopt() arguments must be strings";
  }

  /** The field that transformers of one argument stand around. */
  static Load root(Load load) {
    return load instanceof Load.Call call && call.arguments().size() == 1
        ? root(call.arguments().get(0))
        : load;
  }

  /** Name of the field that transformers stand around. */
  static String name(Load load) {
    return root(load) instanceof Load.Field field ? field.ref().def().name() : NO_FIELD;
  }
}
