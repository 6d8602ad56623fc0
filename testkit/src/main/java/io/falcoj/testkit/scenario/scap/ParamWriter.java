package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Adds one parameter to an event, in the encoding of its type. */
final class ParamWriter {
  private ParamWriter() {}

  static void put(EventEncoder encoder, Value value) {
    ParamDef param = encoder.next();
    if (value instanceof Value.Raw raw) {
      encoder.bytes(raw.bytes());
    } else if (param.type().size() >= 0) {
      encoder.number(Symbols.number(param, value));
    } else {
      putVarying(encoder, param, value);
    }
  }

  private static void putVarying(EventEncoder encoder, ParamDef param, Value value) {
    switch (param.type()) {
      case CHARBUF, FSPATH, FSRELPATH -> encoder.text(text(param, value));
      case BYTEBUF, CHARBUFARRAY, CHARBUF_PAIR_ARRAY -> {
        if (value instanceof Value.Items items) {
          encoder.texts(items.items());
        } else {
          encoder.bytes(text(param, value).getBytes(StandardCharsets.UTF_8));
        }
      }
      case SOCKADDR -> Endpoint.putAddress(encoder, text(param, value));
      case SOCKTUPLE -> Endpoint.putTuple(encoder, text(param, value));
      case DYN -> putDynamic(encoder, param, value);
      default -> throw givenAsBytes(param);
    }
  }

  /** The value is of the first variant that is a number. */
  private static void putDynamic(EventEncoder encoder, ParamDef param, Value value) {
    int selector = numberVariant(param);
    if (selector < 0) {
      throw givenAsBytes(param);
    }
    ParamDef variant = param.variants().get(selector);
    encoder.dynamic(selector, Symbols.number(variant, value), variant.type().size());
  }

  private static int numberVariant(ParamDef param) {
    for (int i = 0; i < param.variants().size(); i++) {
      if (param.variants().get(i).type().size() > 0) {
        return i;
      }
    }
    return -1;
  }

  /** A parameter of which nothing is known: zero, or empty. */
  static void putDefault(EventEncoder encoder) {
    ParamDef param = encoder.next();
    if (param.type().size() >= 0) {
      encoder.number(0);
    } else if (numberVariant(param) >= 0) {
      putDynamic(encoder, param, Value.of(0));
    } else {
      encoder.absent();
    }
  }

  /** Bytes that a text or buffer has as a parameter. */
  static int length(@Nullable Value value) {
    if (value instanceof Value.Raw raw) {
      return raw.bytes().length;
    }
    if (value instanceof Value.Text text) {
      return text.text().getBytes(StandardCharsets.UTF_8).length;
    }
    if (value instanceof Value.Number number) {
      return Long.toString(number.number()).length();
    }
    return value instanceof Value.Items items
        ? items.items().stream().mapToInt(item -> length(Value.of(item)) + 1).sum()
        : 0;
  }

  private static ScenarioException givenAsBytes(ParamDef param) {
    return new ScenarioException(
        "parameter '%s' of type %s is given as bytes".formatted(param.name(), param.type()));
  }

  private static String text(ParamDef param, Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Number number) {
      return Long.toString(number.number());
    }
    throw new ScenarioException(
        param.name(), "parameter '" + param.name() + "' takes one text, not a list");
  }
}
