package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.BoundField;
import io.falcoj.runtime.fields.PrintedNumber;
import io.falcoj.runtime.ops.Getopt;
import io.falcoj.runtime.ops.ListOps;
import io.falcoj.runtime.ops.Transformers;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of loads; null stands for absent. */
final class LoadReader {
  private final Map<String, BoundField> fields = new HashMap<>();

  @Nullable LoadedValue read(Load load, MatchContext ctx) {
    if (load instanceof Load.Field field) {
      return field(field, ctx);
    }
    if (load instanceof Load.Text text) {
      return LoadedValue.of(text.value());
    }
    if (load instanceof Load.Printed printed) {
      LoadedValue number = read(printed.number(), ctx);
      int type = printed.number().operand().type().ordinal();
      int format = printed.format().ordinal();
      return number == null
          ? null
          : LoadedValue.of(PrintedNumber.of(number.number(), type, format, ctx));
    }
    if (load instanceof Load.Items items) {
      return LoadedValue.of(items(items.items(), ctx));
    }
    return call((Load.Call) load, ctx);
  }

  BoundField bound(Load.Field field) {
    return fields.computeIfAbsent(field.ref().text(), text -> BoundField.of(field.ref()));
  }

  private @Nullable LoadedValue field(Load.Field field, MatchContext ctx) {
    BoundField bound = bound(field);
    if (field.ref().def().shape() != Shape.SINGLE) {
      return LoadedValue.of(bound.list(ctx));
    }
    if (!field.ref().type().isNumeric()) {
      return LoadedValue.of(bound.text(ctx));
    }
    long number = bound.number(ctx);
    return ctx.isAbsent() ? null : LoadedValue.of(number);
  }

  private @Nullable ValueList items(List<Load> items, MatchContext ctx) {
    ValueList list = ctx.list();
    for (Load item : items) {
      LoadedValue value = read(item, ctx);
      if (value == null) {
        return null;
      }
      if (item.isMany()) {
        ListOps.appendAll(list, value.asList());
      } else {
        ListOps.append(list, value.asText());
      }
    }
    return list;
  }

  private @Nullable LoadedValue call(Load.Call call, MatchContext ctx) {
    List<Load> arguments = call.arguments();
    return switch (call.transformer()) {
      case JOIN -> join(arguments, ctx);
      case CONCAT ->
          LoadedValue.of(Transformers.concat(items(arguments, ctx), ctx.text(), ctx.slice()));
      case GETOPT -> getopt(call, ctx);
      default -> {
        LoadedValue argument = read(arguments.get(0), ctx);
        if (argument == null) {
          yield null;
        }
        yield argument.list() == null
            ? one(call, argument.asText(), ctx)
            : each(call, argument.list(), ctx);
      }
    };
  }

  private static @Nullable LoadedValue one(Load.Call call, ByteSlice value, MatchContext ctx) {
    return switch (call.transformer()) {
      case TOLOWER -> LoadedValue.of(Transformers.toLower(value, ctx.text(), ctx.slice()));
      case TOUPPER -> LoadedValue.of(Transformers.toUpper(value, ctx.text(), ctx.slice()));
      case B64 -> LoadedValue.of(Transformers.base64(value, ctx.text(), ctx.slice()));
      case BASENAME -> LoadedValue.of(Transformers.basename(value, ctx.slice()));
      default -> LoadedValue.of(Transformers.length(value));
    };
  }

  private static @Nullable LoadedValue each(Load.Call call, ValueList values, MatchContext ctx) {
    return switch (call.transformer()) {
      case TOLOWER -> LoadedValue.of(Transformers.toLower(values, ctx.text(), ctx.list(), ctx));
      case TOUPPER -> LoadedValue.of(Transformers.toUpper(values, ctx.text(), ctx.list(), ctx));
      case B64 -> LoadedValue.of(Transformers.base64(values, ctx.text(), ctx.list(), ctx));
      case BASENAME -> LoadedValue.of(Transformers.basename(values, ctx.text(), ctx.list(), ctx));
      default -> LoadedValue.of(Transformers.length(values));
    };
  }

  private @Nullable LoadedValue join(List<Load> arguments, MatchContext ctx) {
    LoadedValue separator = read(arguments.get(0), ctx);
    LoadedValue values = read(arguments.get(1), ctx);
    return separator == null || values == null
        ? null
        : LoadedValue.of(
            Transformers.join(separator.asText(), values.asList(), ctx.text(), ctx.slice()));
  }

  private @Nullable LoadedValue getopt(Load.Call call, MatchContext ctx) {
    LoadedValue words = read(call.arguments().get(0), ctx);
    LoadedValue options = read(call.arguments().get(1), ctx);
    if (words == null || options == null) {
      return null;
    }
    String selector = call.selector();
    if (selector == null) {
      return LoadedValue.of(Getopt.all(words.asList(), options.asText(), ctx.list(), ctx));
    }
    int letter = ByteSlice.of(selector).at(0) & 0xff;
    return LoadedValue.of(Getopt.last(words.asList(), options.asText(), letter, ctx.list(), ctx));
  }
}
