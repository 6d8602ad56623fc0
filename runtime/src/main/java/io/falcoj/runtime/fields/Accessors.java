package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the static method behind a field and fixes its argument. */
final class Accessors {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Accessors() {}

  /**
   * The accessor of the field, taking only the context.
   *
   * @param suffix behind the method's name, for rows with more than one method
   * @throws IllegalArgumentException when there is none
   */
  static MethodHandle find(FieldRef ref, String suffix) {
    FieldDef def = ref.def();
    boolean dynamic = !suffix.isEmpty();
    Class<?> result =
        dynamic
            ? suffix.equals("Number") ? long.class : ByteSlice.class
            : def.shape() == Shape.SINGLE ? scalar(def) : ValueList.class;
    try {
      return bind(ref, def.method() + suffix, result);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "field " + def.name() + " has no accessor " + def.owner() + "." + def.method(), e);
    }
  }

  /** The accessor that prints a walk, or null where the walk's elements are printed. */
  static @Nullable MethodHandle findShown(FieldRef ref) {
    try {
      return bind(ref, ref.def().method() + "Shown", scalar(ref.def()));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  static ParamRef param(FieldRef ref) {
    String arg = Objects.requireNonNull(ref.arg());
    return !arg.isEmpty() && arg.charAt(0) >= '0' && arg.charAt(0) <= '9'
        ? ParamRef.at(Integer.parseInt(arg))
        : ParamRef.named(arg);
  }

  private static Class<?> scalar(FieldDef def) {
    return def.type().isNumeric() ? long.class : ByteSlice.class;
  }

  private static MethodHandle bind(FieldRef ref, String method, Class<?> result)
      throws ReflectiveOperationException {
    FieldDef def = ref.def();
    Class<?> owner = Class.forName(Accessors.class.getPackageName() + "." + def.owner());
    if (def.arg() == ArgKind.NONE) {
      return LOOKUP.findStatic(owner, method, MethodType.methodType(result, MatchContext.class));
    }
    Object arg = argument(ref);
    Class<?> argType = arg instanceof Integer ? int.class : arg.getClass();
    MethodType type = MethodType.methodType(result, MatchContext.class, argType);
    return MethodHandles.insertArguments(LOOKUP.findStatic(owner, method, type), 1, arg);
  }

  private static Object argument(FieldRef ref) {
    String arg = Objects.requireNonNull(ref.arg());
    return switch (ref.def().arg()) {
      case INDEX -> Integer.parseInt(arg);
      case PARAM -> param(ref);
      default -> ByteSlice.of(arg);
    };
  }
}
