package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.compiler.plan.InStrategy;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tests a value in a local variable: falls through when it passes, jumps to {@code onFalse}
 * otherwise. Stack: unchanged.
 */
final class TestEmitter {
  private static final String SLICE = Types.desc(Types.SLICE);
  private static final String TWO_SLICES = "(" + SLICE + SLICE + ")Z";

  private final MethodWriter out;
  private final LoadEmitter loads;

  TestEmitter(MethodWriter out, LoadEmitter loads) {
    this.out = out;
    this.loads = loads;
  }

  void emit(Test test, int local, Label onFalse) {
    if (test instanceof Test.Number number) {
      number(number.order(), number.family(), local, () -> out.constant(number.value()), onFalse);
    } else if (test instanceof Test.NumberIn in) {
      numberIn(in, local, onFalse);
    } else if (test instanceof Test.Around around) {
      around(around, local, onFalse);
    } else if (test instanceof Test.Equal equal) {
      equal(equal.value(), local, onFalse);
    } else if (test instanceof Test.TextOrder order) {
      textOrder(order.order(), local, () -> out.constant(Constants.text(order.value())), onFalse);
    } else if (test instanceof Test.TextIn in) {
      textIn(in, local, onFalse);
    } else if (test instanceof Test.Search search) {
      search(search, local, onFalse);
    } else if (test instanceof Test.Glob glob) {
      matches(Types.GLOB, Constants.glob(glob.pattern(), glob.ignoreCase()), local, onFalse);
    } else if (test instanceof Test.Regex regex) {
      matches(Types.REGEX, Constants.regex(regex.expression()), local, onFalse);
    } else if (test instanceof Test.BelowPath below) {
      paths(below, local, onFalse);
    } else if (test instanceof Test.InNetworks in) {
      networks(in, local, onFalse);
    } else if (test instanceof Test.Fails fails) {
      Label passes = new Label();
      emit(fails.test(), local, passes);
      out.jump(Opcodes.GOTO, onFalse);
      out.label(passes);
    } else if (test instanceof Test.Passes passes) {
      new CountedEmitter(out).emit(passes, local, onFalse);
    } else {
      new FieldTestEmitter(out, loads, this).emit(test, local, onFalse);
    }
  }

  /** Compares with the number that {@code right} puts on the stack. */
  void number(Order order, Family family, int local, Runnable right, Label onFalse) {
    out.variable(Opcodes.LLOAD, local);
    right.run();
    if (family == Family.DOUBLE) {
      new DoubleEmitter(out).emit(order, onFalse);
      return;
    }
    boolean unsigned = family == Family.UNSIGNED && order != Order.EQ && order != Order.NE;
    if (unsigned) {
      out.callStatic(Types.NUMBER_OPS, "compareUnsigned", "(JJ)I");
    } else {
      out.instruction(Opcodes.LCMP);
    }
    out.jump(unless(order), onFalse);
  }

  /** The jump that is taken when the order of two values, on the stack, is not the wanted one. */
  static int unless(Order order) {
    return switch (order) {
      case EQ -> Opcodes.IFNE;
      case NE -> Opcodes.IFEQ;
      case LT -> Opcodes.IFGE;
      case LE -> Opcodes.IFGT;
      case GT -> Opcodes.IFLE;
      case GE -> Opcodes.IFLT;
    };
  }

  private void numberIn(Test.NumberIn in, int local, Label onFalse) {
    Label found = new Label();
    switch (InStrategy.choose(in)) {
      case COMPARE_CHAIN -> {
        for (long value : in.values()) {
          out.variable(Opcodes.LLOAD, local);
          out.constant(value);
          out.instruction(Opcodes.LCMP);
          out.jump(Opcodes.IFEQ, found);
        }
        out.jump(Opcodes.GOTO, onFalse);
      }
      case SWITCH -> numberSwitch(in.values(), local, found, onFalse);
      case HASH_SET -> {
        for (List<Long> values : groups(in.values())) {
          out.constant(Constants.numbers(values));
          out.variable(Opcodes.LLOAD, local);
          out.callVirtual(Types.LONGS, "contains", "(J)Z");
          out.jump(Opcodes.IFNE, found);
        }
        out.jump(Opcodes.GOTO, onFalse);
      }
    }
    out.label(found);
  }

  private void numberSwitch(List<Long> values, int local, Label found, Label onFalse) {
    out.variable(Opcodes.LLOAD, local);
    out.instruction(Opcodes.L2I);
    out.instruction(Opcodes.I2L);
    out.variable(Opcodes.LLOAD, local);
    out.instruction(Opcodes.LCMP);
    out.jump(Opcodes.IFNE, onFalse);
    int[] keys = values.stream().mapToInt(Long::intValue).toArray();
    Label[] labels = new Label[keys.length];
    Arrays.fill(labels, found);
    out.variable(Opcodes.LLOAD, local);
    out.instruction(Opcodes.L2I);
    out.table(keys, labels, onFalse);
  }

  private void around(Test.Around around, int local, Label onFalse) {
    out.variable(Opcodes.LLOAD, local);
    out.constant(around.time());
    out.constant(around.delta());
    out.callStatic(Types.NUMBER_OPS, "around", "(JJJ)Z");
    out.jump(Opcodes.IFEQ, onFalse);
  }

  private void equal(ByteSlice value, int local, Label onFalse) {
    out.variable(Opcodes.ALOAD, local);
    out.constant(Constants.text(value));
    out.callStatic(Types.STRING_OPS, "equal", TWO_SLICES);
    out.jump(Opcodes.IFEQ, onFalse);
  }

  /** Compares with the text that {@code right} puts on the stack. */
  void textOrder(Order order, int local, Runnable right, Label onFalse) {
    out.variable(Opcodes.ALOAD, local);
    right.run();
    out.callStatic(Types.STRING_OPS, "compare", "(" + SLICE + SLICE + ")I");
    out.jump(unless(order), onFalse);
  }

  private void textIn(Test.TextIn in, int local, Label onFalse) {
    Label found = new Label();
    if (InStrategy.choose(in) == InStrategy.HASH_SET) {
      for (List<ByteSlice> values : groups(in.values())) {
        out.constant(Constants.texts(values));
        out.variable(Opcodes.ALOAD, local);
        out.callVirtual(Types.SLICES, "contains", "(" + SLICE + ")Z");
        out.jump(Opcodes.IFNE, found);
      }
      out.jump(Opcodes.GOTO, onFalse);
      out.label(found);
      return;
    }
    for (ByteSlice value : in.values()) {
      Label next = new Label();
      equal(value, local, next);
      out.jump(Opcodes.GOTO, found);
      out.label(next);
    }
    out.jump(Opcodes.GOTO, onFalse);
    out.label(found);
  }

  private void search(Test.Search search, int local, Label onFalse) {
    if (search.part() == Test.Part.CONTAINS) {
      matches(Types.NEEDLE, Constants.needle(search.value()), local, onFalse);
      return;
    }
    String method =
        switch (search.part()) {
          case CONTAINS -> "contains";
          case ICONTAINS -> "containsIgnoreCase";
          case STARTSWITH -> "startsWith";
          case ENDSWITH -> "endsWith";
        };
    out.variable(Opcodes.ALOAD, local);
    out.constant(Constants.text(search.value()));
    out.callStatic(Types.STRING_OPS, method, TWO_SLICES);
    out.jump(Opcodes.IFEQ, onFalse);
  }

  private void matches(String owner, ConstantDynamic pattern, int local, Label onFalse) {
    out.constant(pattern);
    out.variable(Opcodes.ALOAD, local);
    out.callVirtual(owner, "matches", "(" + SLICE + ")Z");
    out.jump(Opcodes.IFEQ, onFalse);
  }

  private void paths(Test.BelowPath below, int local, Label onFalse) {
    Label found = new Label();
    for (List<ByteSlice> paths : groups(below.paths())) {
      out.constant(Constants.paths(paths));
      out.variable(Opcodes.ALOAD, local);
      out.callVirtual(Types.PATHS, "matches", "(" + SLICE + ")Z");
      out.jump(Opcodes.IFNE, found);
    }
    out.jump(Opcodes.GOTO, onFalse);
    out.label(found);
  }

  private void networks(Test.InNetworks in, int local, Label onFalse) {
    Label found = new Label();
    for (List<IpNet> networks : groups(in.networks())) {
      out.variable(Opcodes.ALOAD, local);
      out.constant(Constants.networks(networks));
      out.callStatic(Types.NET_OPS, "in", "(" + SLICE + Types.desc(Types.NETS) + ")Z");
      out.jump(Opcodes.IFNE, found);
    }
    out.jump(Opcodes.GOTO, onFalse);
    out.label(found);
  }

  /** As many values as one constant holds. */
  private static <T> List<List<T>> groups(List<T> values) {
    List<List<T>> groups = new ArrayList<>();
    for (int start = 0; start < values.size(); start += Constants.MAX_ITEMS) {
      groups.add(values.subList(start, Math.min(values.size(), start + Constants.MAX_ITEMS)));
    }
    return groups;
  }
}
