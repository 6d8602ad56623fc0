package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.ops.Getopt;
import io.falcoj.runtime.ops.ListOps;
import io.falcoj.runtime.ops.Transformers;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.template.Argument;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a template token holds: fields through their readers, calls through {@code ops}.
 * Values are valid until the next event.
 */
final class CallValue {
  private final Argument argument;
  private final @Nullable FieldReader field;
  private final ByteSlice constant;
  private final List<CallValue> inner = new ArrayList<>();

  CallValue(Argument argument) {
    this.argument = argument;
    FieldReader reader = null;
    ByteSlice text = ByteSlice.EMPTY;
    if (argument instanceof Argument.Field named) {
      reader = FieldReader.of(named.field());
    } else if (argument instanceof Argument.Text literal) {
      text = ByteSlice.of(literal.text());
    } else if (argument instanceof Argument.Items list) {
      list.items().forEach(item -> inner.add(new CallValue(item)));
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(item -> inner.add(new CallValue(item)));
    }
    this.field = reader;
    this.constant = text;
  }

  Transformer.Operand operand() {
    return argument.operand();
  }

  /** Bytes of a list, a text or a buffer; null when it is absent. */
  @Nullable Long length(MatchContext context) {
    if (operand().list()) {
      ValueList list = list(context);
      return list == null ? null : Transformers.length(list);
    }
    ByteSlice text = text(context);
    return text == null ? null : Transformers.length(text);
  }

  /** The number that a call gives; null when it is absent. */
  @Nullable Long number(MatchContext context) {
    return inner.get(0).length(context);
  }

  /** A single text or buffer; null when it is absent. */
  @Nullable ByteSlice text(MatchContext context) {
    if (field != null) {
      return field.raw(context);
    }
    return argument instanceof Argument.Call call ? call(call, context) : constant;
  }

  /** A list of texts; null when it is absent. */
  @Nullable ValueList list(MatchContext context) {
    if (field != null) {
      return field.list(context);
    }
    if (argument instanceof Argument.Call call) {
      return call.transformer() == Transformer.GETOPT
          ? Getopt.all(
              inner.get(0).list(context), inner.get(1).text(context), context.list(), context)
          : each(call.transformer(), inner.get(0).list(context), context);
    }
    return gather(context);
  }

  private @Nullable ByteSlice call(Argument.Call call, MatchContext context) {
    return switch (call.transformer()) {
      case JOIN -> {
        ByteSlice separator = inner.get(0).text(context);
        ValueList list = inner.get(1).list(context);
        yield Transformers.join(separator, list, context.text(), context.slice());
      }
      case CONCAT -> {
        ValueList parts = gather(context);
        yield Transformers.concat(parts, context.text(), context.slice());
      }
      case GETOPT -> {
        String selector = call.selector();
        yield Getopt.last(
            inner.get(0).list(context),
            inner.get(1).text(context),
            selector == null ? 0 : selector.charAt(0),
            context.list(),
            context);
      }
      default -> apply(call.transformer(), inner.get(0).text(context), context);
    };
  }

  /** The inner values as a list; null when one is absent. */
  private @Nullable ValueList gather(MatchContext context) {
    ValueList list = context.list();
    for (CallValue value : inner) {
      if (value.operand().list()) {
        if (ListOps.appendAll(list, value.list(context)) == null) {
          return null;
        }
      } else if (ListOps.append(list, value.item(context)) == null) {
        return null;
      }
    }
    return list;
  }

  /** The value as an item of a list: numbers are the texts that they print as. */
  private @Nullable ByteSlice item(MatchContext context) {
    if (!operand().type().isNumeric()) {
      return text(context);
    }
    TextBuilder printed = context.text();
    if (field != null) {
      return field.appendText(context, printed) ? printed.finish(context.slice()) : null;
    }
    Long number = number(context);
    if (number == null) {
      return null;
    }
    return context.text().appendUnsigned(number).finish(context.slice());
  }

  private static @Nullable ValueList each(
      Transformer transformer, @Nullable ValueList values, MatchContext context) {
    if (values == null) {
      return null;
    }
    ValueList results = context.list();
    for (int i = 0; i < values.size(); i++) {
      ByteSlice result = apply(transformer, values.slice(i), context);
      if (result == null) {
        return null;
      }
      results.add(result);
    }
    return results;
  }

  private static @Nullable ByteSlice apply(
      Transformer transformer, @Nullable ByteSlice value, MatchContext context) {
    return switch (transformer) {
      case TOLOWER -> Transformers.toLower(value, context.text(), context.slice());
      case TOUPPER -> Transformers.toUpper(value, context.text(), context.slice());
      case B64 -> Transformers.base64(value, context.text(), context.slice());
      case BASENAME -> Transformers.basename(value, context.slice());
      case LEN, JOIN, CONCAT, GETOPT ->
          throw new IllegalStateException(transformer.label() + " does not give one text for one");
    };
  }

  /** True when the token's value is a number. */
  boolean isNumber() {
    return operand().type() == FieldType.UINT64 && !operand().list();
  }
}
