package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.ast.Operator;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.BoundField;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpText;
import io.falcoj.runtime.value.ValueList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values that fields had in random events, so that conditions are not all false. */
final class Samples {
  private static final int EVENTS = 400;
  private static final int PER_FIELD = 12;

  private final Map<String, List<String>> byField = new HashMap<>();

  Samples(String source, Collection<FieldRef> fields) {
    Map<FieldRef, BoundField> bound = new HashMap<>();
    Map<String, Set<String>> seen = new HashMap<>();
    fields.forEach(field -> bound.put(field, BoundField.of(field)));
    Situation situation = new Situation(source);
    MatchContext ctx = situation.context();
    situation.run(
        IntStream.range(0, EVENTS).boxed().toList(),
        at ->
            bound.forEach(
                (ref, field) -> {
                  Set<String> values = seen.computeIfAbsent(ref.text(), t -> new LinkedHashSet<>());
                  if (values.size() < PER_FIELD) {
                    add(ref, field, ctx, values);
                  }
                }));
    seen.forEach((field, values) -> byField.put(field, List.copyOf(values)));
    if (source.equals(EventSources.SYSCALL)) {
      byField.put(
          "evt.type",
          EventTable.standard().all().stream().map(EventType::name).distinct().toList());
    }
  }

  private static void add(FieldRef ref, BoundField field, MatchContext ctx, Set<String> values) {
    if (ref.def().shape() != Shape.SINGLE) {
      ValueList list = field.list(ctx);
      for (int i = 0; list != null && i < list.size(); i++) {
        values.add(
            ref.type().isNumeric()
                ? number(list.number(i), ref.type())
                : text(list.slice(i), ref.type()));
      }
    } else if (ref.type().isNumeric()) {
      long number = field.number(ctx);
      if (!ctx.isAbsent()) {
        values.add(number(number, ref.type()));
      }
    } else {
      ByteSlice text = field.text(ctx);
      if (text != null) {
        values.add(text(text, ref.type()));
      }
    }
  }

  private static String number(long number, FieldType type) {
    return switch (type.family()) {
      case BOOL -> number != 0 ? "true" : "false";
      case DOUBLE -> Integer.toString((int) Double.longBitsToDouble(number));
      case UNSIGNED -> Long.toUnsignedString(number);
      default -> Long.toString(number);
    };
  }

  private static String text(ByteSlice value, FieldType type) {
    return switch (type.family()) {
      case ADDRESS -> address(value);
      case NETWORK -> address(value) + (value.length() == 4 ? "/24" : "/64");
      default -> value.toString();
    };
  }

  private static String address(ByteSlice value) {
    byte[] bytes = value.toBytes();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += bytes.length == 4 ? 1 : 2) {
      text.append(text.length() == 0 ? "" : bytes.length == 4 ? "." : ":");
      text.append(
          bytes.length == 4
              ? Integer.toString(bytes[i] & 0xff)
              : Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
    }
    return IpText.parse4(text.toString()) == null && bytes.length == 4
        ? "127.0.0.1"
        : text.toString();
  }

  /** A value for a check of an operand of that type around that field, as a condition writes it. */
  String literal(String field, FieldType type, boolean called, Random random) {
    List<String> known = byField.getOrDefault(field, List.of());
    if (field.equals("evt.type") && !called) {
      return known.get(random.nextInt(known.size()));
    }
    boolean fits = !called || type.family() == FieldType.Family.TEXT;
    String value =
        fits && !known.isEmpty() && random.nextInt(4) > 0
            ? varied(known.get(random.nextInt(known.size())), called, type, random)
            : other(type, random);
    boolean plain = value.matches("[A-Za-z0-9_./:-]+") || type.isNumeric();
    return plain && !value.equals("exists") ? value : FrontEnd.quoted(printable(value));
  }

  private static String varied(String value, boolean called, FieldType type, Random random) {
    if (type.family() != FieldType.Family.TEXT) {
      return value;
    }
    return switch (random.nextInt(called ? 5 : 10)) {
      case 0 -> value.toLowerCase(Locale.ROOT);
      case 1 -> value.toUpperCase(Locale.ROOT);
      case 2 -> value.substring(value.lastIndexOf('/') + 1);
      case 3 -> value.substring(0, value.length() / 2);
      default -> value;
    };
  }

  private static String printable(String value) {
    StringBuilder text = new StringBuilder();
    value.chars().filter(c -> c >= ' ' && c < 0x7f).limit(200).forEach(c -> text.append((char) c));
    return text.toString();
  }

  private static String other(FieldType type, Random random) {
    return switch (type.family()) {
      case SIGNED -> Long.toString(random.nextInt(12) - 3);
      case UNSIGNED -> Long.toString(random.nextInt(500));
      case DOUBLE -> Integer.toString(random.nextInt(3));
      case BOOL -> random.nextBoolean() ? "true" : "false";
      case ADDRESS -> List.of("127.0.0.1", "10.0.0.7", "::1").get(random.nextInt(3));
      case NETWORK ->
          List.of("127.0.0.0/8", "10.0.0.0/24", "::/1", "0.0.0.0/0").get(random.nextInt(4));
      default -> RandomSyscalls.TEXTS.get(random.nextInt(RandomSyscalls.TEXTS.size()));
    };
  }

  /** A regular expression or pattern of bytes that the operators want in a form of its own. */
  static @Nullable String special(Operator operator, Random random) {
    List<String> choices =
        switch (operator) {
          case BCONTAINS, BSTARTSWITH -> List.of("2f", "2F6574", "61", "\"\"", "48656c6c6f");
          case REGEX ->
              List.of("\".*sh.*\"", "\"/(etc|usr)/.*\"", "\"[a-z]+\"", "\"^/.*d$\"", "\".*\"");
          case GLOB, IGLOB ->
              List.of("\"*sh*\"", "\"/e?c/*\"", "\"[a-z]*\"", "\"*\"", "\"HELLO*\"");
          default -> List.of();
        };
    return choices.isEmpty() ? null : choices.get(random.nextInt(choices.size()));
  }
}
