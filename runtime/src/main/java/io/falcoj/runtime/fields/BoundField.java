package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A field bound to the accessor that compiled conditions call, for evaluating conditions without
 * compiling them. A field has one kind of value: ask with the method of that kind only.
 */
public final class BoundField {
  private final FieldRef ref;
  private final MethodHandle accessor;
  private @Nullable FieldReader printed;

  private BoundField(FieldRef ref, MethodHandle accessor) {
    this.ref = ref;
    this.accessor = accessor;
  }

  /**
   * Binds a field.
   *
   * @throws IllegalArgumentException when its row names an accessor that does not exist
   */
  public static BoundField of(FieldRef ref) {
    boolean dynamic = ref.def().type() == FieldType.DYN;
    String suffix = !dynamic ? "" : ref.type().isNumeric() ? "Number" : "Text";
    return new BoundField(ref, Accessors.find(ref, suffix));
  }

  /** A single number; ask the context whether it is absent. */
  public long number(MatchContext ctx) {
    return NumberReader.read(accessor, ctx);
  }

  /** A single text, buffer or address; null when absent. */
  public @Nullable ByteSlice text(MatchContext ctx) {
    return TextReader.read(accessor, ctx);
  }

  /** The elements of a list, of a walk, or both ends of a connection; null when absent. */
  public @Nullable ValueList list(MatchContext ctx) {
    return ListReader.read(accessor, ctx);
  }

  /**
   * Appends the value that a condition sees, and nothing when it is absent; returns whether it was
   * there. As {@link FieldReader}, but with every element of a walk, both ends of a connection, and
   * the addresses of networks.
   */
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    boolean network = ref.type().family() == Family.NETWORK;
    FieldType shown = network ? FieldType.IPADDR : ref.type();
    if (ref.def().shape() == Shape.SINGLE) {
      return network || ref.def().has(FieldFlag.FILTER_ONLY)
          ? appendSingle(ctx, shown, out)
          : printed().appendText(ctx, out);
    }
    ValueList list = list(ctx);
    if (list == null) {
      return false;
    }
    out.append('(');
    new ListReader(accessor, shown, ref.def().format()).appendElements(list, ',', out);
    out.append(')');
    return true;
  }

  private FieldReader printed() {
    if (printed == null) {
      printed = FieldReader.of(ref);
    }
    return printed;
  }

  private boolean appendSingle(MatchContext ctx, FieldType shown, TextBuilder out) {
    if (shown.isNumeric()) {
      long value = number(ctx);
      return !ctx.isAbsent() && NumberReader.appendText(value, shown, ref.def().format(), out);
    }
    ByteSlice value = text(ctx);
    if (value != null) {
      TextReader.append(value, shown, out);
    }
    return value != null;
  }
}
