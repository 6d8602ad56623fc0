package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.check.literal.LiteralException;
import io.falcoj.compiler.check.literal.Literals;
import io.falcoj.compiler.check.literal.RegexWords;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.runtime.ops.Regex;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import java.util.ArrayList;
import java.util.List;

/** An operator and literals to a test of one value of a type. */
final class TestBuilder {
  private final FieldType type;
  private final Family family;

  TestBuilder(FieldType type) {
    this.type = type;
    this.family = type.family();
  }

  /** The test of an operator that stands with a modifier or with one value or a list. */
  Test build(Operator operator, Modifier modifier, List<ValueExpr> values) throws CheckException {
    if (modifier != Modifier.NONE) {
      return modified(operator, modifier, values);
    }
    return switch (operator) {
      case IN, INTERSECTS -> among(values);
      case PMATCH -> new Test.BelowPath(texts(values));
      default -> single(operator, values.get(0));
    };
  }

  private Test modified(Operator operator, Modifier modifier, List<ValueExpr> values)
      throws CheckException {
    if (modifier == Modifier.ANYOF && operator == Operator.EQ) {
      return among(values);
    }
    if (modifier == Modifier.ALLOF && operator == Operator.NE && !values.isEmpty()) {
      return new Test.Fails(among(values));
    }
    List<Test> tests = new ArrayList<>();
    for (ValueExpr value : values) {
      tests.add(single(operator, value));
    }
    Test.Passes.Count count =
        switch (modifier) {
          case ONEOF -> Test.Passes.Count.ONE;
          case ALLOF -> Test.Passes.Count.ALL;
          default -> Test.Passes.Count.ANY;
        };
    return new Test.Passes(count, tests);
  }

  private Test among(List<ValueExpr> values) throws CheckException {
    if (family == Family.NETWORK) {
      List<IpNet> nets = new ArrayList<>();
      for (ValueExpr value : values) {
        nets.add(network(value));
      }
      return new Test.InNetworks(nets);
    }
    if (type.isNumeric()) {
      List<Long> numbers = new ArrayList<>();
      for (ValueExpr value : values) {
        numbers.add(number(value));
      }
      return numbers.size() == 1
          ? new Test.Number(Order.EQ, numbers.get(0), family)
          : new Test.NumberIn(numbers);
    }
    List<ByteSlice> texts = texts(values);
    return texts.size() == 1 ? new Test.Equal(texts.get(0)) : new Test.TextIn(texts);
  }

  private Test single(Operator operator, ValueExpr value) throws CheckException {
    if (type.isNumeric()) {
      return new Test.Number(order(operator), number(value), family);
    }
    if (family == Family.NETWORK) {
      Test in = new Test.InNetworks(List.of(network(value)));
      return operator == Operator.NE ? new Test.Fails(in) : in;
    }
    ByteSlice text =
        operator == Operator.BCONTAINS || operator == Operator.BSTARTSWITH
            ? hex(value)
            : text(value);
    return switch (operator) {
      case EQ -> new Test.Equal(text);
      case NE -> new Test.Fails(new Test.Equal(text));
      case LT, LE, GT, GE -> new Test.TextOrder(order(operator), text);
      case CONTAINS, BCONTAINS -> new Test.Search(Part.CONTAINS, text);
      case ICONTAINS -> new Test.Search(Part.ICONTAINS, lower(text));
      case STARTSWITH, BSTARTSWITH -> new Test.Search(Part.STARTSWITH, text);
      case ENDSWITH -> new Test.Search(Part.ENDSWITH, text);
      case GLOB -> new Test.Glob(text, false);
      case IGLOB -> new Test.Glob(text, true);
      case REGEX -> regex(value, text);
      case IN, INTERSECTS, PMATCH, EXISTS ->
          throw new IllegalArgumentException(operator + " does not take a single value");
    };
  }

  static Order order(Operator operator) {
    return switch (operator) {
      case NE -> Order.NE;
      case LT -> Order.LT;
      case LE -> Order.LE;
      case GT -> Order.GT;
      case GE -> Order.GE;
      default -> Order.EQ;
    };
  }

  private static Test regex(ValueExpr value, ByteSlice text) throws CheckException {
    try {
      Regex.of(text.toString());
      return new Test.Regex(text);
    } catch (IllegalArgumentException e) {
      throw CheckException.literal(value.span(), "invalid regex pattern: " + e.getMessage())
          .falco("invalid regex pattern: " + RegexWords.falcos(String.valueOf(e.getMessage())));
    }
  }

  private static ByteSlice lower(ByteSlice text) {
    byte[] bytes = text.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] += 32;
      }
    }
    return ByteSlice.of(bytes);
  }

  private List<ByteSlice> texts(List<ValueExpr> values) throws CheckException {
    List<ByteSlice> texts = new ArrayList<>();
    for (ValueExpr value : values) {
      texts.add(text(value));
    }
    return texts;
  }

  private interface Parser<T> {
    T parse() throws LiteralException;
  }

  private <T> T parse(ValueExpr value, Parser<T> parser) throws CheckException {
    if (family != Family.BYTES && value.value().indexOf((byte) 0, 0) >= 0) {
      throw CheckException.literal(value.span(), "a value cannot contain a NUL byte")
          .falco("filter error: filter value cannot contain a NUL byte (\\x00)");
    }
    try {
      return parser.parse();
    } catch (LiteralException e) {
      throw CheckException.literal(value.span(), e.text()).falco(e.falco());
    }
  }

  private ByteSlice text(ValueExpr value) throws CheckException {
    return switch (family) {
      case ADDRESS -> parse(value, () -> Literals.address(value.value().toString()));
      case BYTES -> parse(value, () -> Literals.bytes(value.value()));
      default -> parse(value, () -> Literals.text(value.value()));
    };
  }

  private ByteSlice hex(ValueExpr value) throws CheckException {
    return parse(value, () -> Literals.hex(value.value()));
  }

  private long number(ValueExpr value) throws CheckException {
    return parse(value, () -> Literals.number(value.value().toString(), type));
  }

  private IpNet network(ValueExpr value) throws CheckException {
    return parse(value, () -> Literals.network(value.value().toString()));
  }
}
