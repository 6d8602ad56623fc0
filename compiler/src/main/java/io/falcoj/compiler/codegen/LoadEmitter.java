package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Puts values on the stack: null for an absent text or list, a mark in the context for a number.
 */
final class LoadEmitter {
  private static final String SLICE = Types.desc(Types.SLICE);
  private static final String LIST = Types.desc(Types.LIST);
  private static final String TEXT = Types.desc(Types.TEXT);

  /** Of at most about 50 bytes each. */
  private static final int ITEMS_PER_METHOD = 64;

  private final MethodWriter out;
  private final Map<Load.Field, MethodRef> kept;

  /**
   * @param kept methods of the fields whose value is remembered
   */
  LoadEmitter(MethodWriter out, Map<Load.Field, MethodRef> kept) {
    this.out = out;
    this.kept = kept;
  }

  /** True when the load leaves a {@code long}, not a reference. */
  static boolean isNumber(Load load) {
    return !load.isMany() && load.operand().type().isNumeric();
  }

  /**
   * Loads a value into a new local variable and jumps when it is absent. Stack: unchanged.
   *
   * @return the variable
   */
  int toLocal(Load load, Label onAbsent) {
    boolean number = isNumber(load);
    int local = out.local(number ? 2 : 1);
    if (!number) {
      emit(load);
      out.variable(Opcodes.ASTORE, local);
      out.variable(Opcodes.ALOAD, local);
      out.jump(Opcodes.IFNULL, onAbsent);
    } else if (load instanceof Load.Call call) {
      length(call.arguments().get(0), local, onAbsent);
    } else {
      out.context("clearAbsent", "()V");
      emit(load);
      out.variable(Opcodes.LSTORE, local);
      out.context("isAbsent", "()Z");
      out.jump(Opcodes.IFNE, onAbsent);
    }
    return local;
  }

  /** Stack: unchanged; the number of elements or bytes is stored. */
  private void length(Load argument, int local, Label onAbsent) {
    int value = toLocal(argument, onAbsent);
    out.variable(Opcodes.ALOAD, value);
    out.callStatic(Types.TRANSFORMERS, "length", "(" + (argument.isMany() ? LIST : SLICE) + ")J");
    out.variable(Opcodes.LSTORE, local);
  }

  /** Stack: … → … value. */
  private void emit(Load load) {
    if (load instanceof Load.Field field) {
      field(field);
    } else if (load instanceof Load.Text text) {
      out.constant(Constants.text(text.value()));
    } else if (load instanceof Load.Printed printed) {
      printed(printed);
    } else if (load instanceof Load.Items items) {
      items(items.items());
    } else {
      call((Load.Call) load);
    }
  }

  private void printed(Load.Printed printed) {
    Label absent = new Label();
    Label done = new Label();
    int number = toLocal(printed.number(), absent);
    out.variable(Opcodes.LLOAD, number);
    out.constant(printed.number().operand().type().ordinal());
    out.constant(printed.format().ordinal());
    out.loadContext();
    String descriptor = "(JII" + Types.desc(Types.CONTEXT) + ")" + SLICE;
    out.callStatic(Types.PRINTED_NUMBER, "of", descriptor);
    out.jump(Opcodes.GOTO, done);
    out.label(absent);
    out.instruction(Opcodes.ACONST_NULL);
    out.label(done);
  }

  private void field(Load.Field field) {
    MethodRef remembered = kept.get(field);
    if (remembered == null) {
      accessor(field.ref());
    } else {
      out.loadContext();
      String descriptor = "(" + Types.desc(Types.CONTEXT) + ")" + result(field.ref());
      out.callStatic(remembered.owner(), remembered.name(), descriptor);
    }
  }

  /** Type of what a field's accessor gives. */
  static String result(FieldRef field) {
    if (field.def().shape() != Shape.SINGLE) {
      return LIST;
    }
    return field.type().isNumeric() ? "J" : SLICE;
  }

  /** Calls a field's accessor. Stack: … → … value. */
  void accessor(FieldRef field) {
    FieldDef def = field.def();
    String argument = String.valueOf(field.arg());
    out.loadContext();
    String parameter =
        switch (def.arg()) {
          case NONE -> "";
          case INDEX -> {
            out.constant(Integer.parseInt(argument));
            yield "I";
          }
          case KEY, SUFFIX, POINTER -> {
            out.constant(Constants.text(ByteSlice.of(argument)));
            yield SLICE;
          }
          case PARAM -> {
            out.constant(Constants.param(field));
            yield Types.desc(Types.PARAM);
          }
        };
    String method = def.method();
    if (def.type() == FieldType.DYN) {
      method += field.type().isNumeric() ? "Number" : "Text";
    }
    String descriptor = "(" + Types.desc(Types.CONTEXT) + parameter + ")" + result(field);
    out.callStatic(Types.FIELDS + def.owner().replace('.', '/'), method, descriptor);
  }

  private void items(List<Load> items) {
    out.context("list", "()" + LIST);
    append(items);
  }

  /** Stack: … list → … list, or null when an item is absent. Many items become methods. */
  private void append(List<Load> items) {
    if (items.size() > ITEMS_PER_METHOD) {
      int share = Math.max(ITEMS_PER_METHOD, (items.size() - 1) / ITEMS_PER_METHOD + 1);
      String descriptor = "(" + Types.desc(Types.CONTEXT) + LIST + ")" + LIST;
      for (int start = 0; start < items.size(); start += share) {
        MethodWriter method = out.further("items", descriptor, 2);
        method.variable(Opcodes.ALOAD, 1);
        List<Load> part = items.subList(start, Math.min(items.size(), start + share));
        new LoadEmitter(method, kept).append(part);
        method.instruction(Opcodes.ARETURN);
        method.finish();
        int list = out.local(1);
        out.variable(Opcodes.ASTORE, list);
        out.loadContext();
        out.variable(Opcodes.ALOAD, list);
        out.callStatic(method.ref().owner(), method.ref().name(), descriptor);
      }
      return;
    }
    for (Load item : items) {
      emit(item);
      String values = item.isMany() ? LIST : SLICE;
      String operation = item.isMany() ? "appendAll" : "append";
      out.callStatic(Types.LIST_OPS, operation, "(" + LIST + values + ")" + LIST);
    }
  }

  private void call(Load.Call call) {
    List<Load> arguments = call.arguments();
    switch (call.transformer()) {
      case TOLOWER -> mapped("toLower", arguments.get(0), true);
      case TOUPPER -> mapped("toUpper", arguments.get(0), true);
      case B64 -> mapped("base64", arguments.get(0), true);
      case BASENAME -> mapped("basename", arguments.get(0), false);
      case JOIN -> {
        emit(arguments.get(0));
        emit(arguments.get(1));
        transform("join", SLICE + LIST);
      }
      case CONCAT -> {
        items(arguments);
        transform("concat", LIST);
      }
      case GETOPT -> getopt(call);
      case LEN -> throw new IllegalArgumentException("a length is no argument");
    }
  }

  private void mapped(String method, Load argument, boolean builds) {
    emit(argument);
    if (argument.isMany()) {
      out.context("text", "()" + TEXT);
      out.context("list", "()" + LIST);
      out.loadContext();
      String pool = Types.desc(Types.POOL);
      out.callStatic(Types.TRANSFORMERS, method, "(" + LIST + TEXT + LIST + pool + ")" + LIST);
    } else if (builds) {
      transform(method, SLICE);
    } else {
      out.context("slice", "()" + SLICE);
      out.callStatic(Types.TRANSFORMERS, method, "(" + SLICE + SLICE + ")" + SLICE);
    }
  }

  /** Stack: … arguments → … text. */
  private void transform(String method, String arguments) {
    out.context("text", "()" + TEXT);
    out.context("slice", "()" + SLICE);
    out.callStatic(Types.TRANSFORMERS, method, "(" + arguments + TEXT + SLICE + ")" + SLICE);
  }

  private void getopt(Load.Call call) {
    emit(call.arguments().get(0));
    emit(call.arguments().get(1));
    String selector = call.selector();
    if (selector != null) {
      out.constant(ByteSlice.of(selector).at(0) & 0xff);
    }
    out.context("list", "()" + LIST);
    out.loadContext();
    String pool = Types.desc(Types.POOL);
    if (selector == null) {
      out.callStatic(Types.GETOPT, "all", "(" + LIST + SLICE + LIST + pool + ")" + LIST);
    } else {
      out.callStatic(Types.GETOPT, "last", "(" + LIST + SLICE + "I" + LIST + pool + ")" + SLICE);
    }
  }
}
