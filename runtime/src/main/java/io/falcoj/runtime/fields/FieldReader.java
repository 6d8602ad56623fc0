package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A field bound to its accessor, for printing: as text and with its JSON kind, as Falco prints it.
 * Upstream: {@code rawval_to_string} and {@code rawval_to_json} in {@code
 * userspace/libsinsp/sinsp_filtercheck.cpp} of falcosecurity/libs.
 */
public abstract class FieldReader {
  FieldReader() {}

  /**
   * Binds a field.
   *
   * @throws IllegalArgumentException when its row names an accessor that does not exist
   */
  public static FieldReader of(FieldRef ref) {
    FieldDef def = ref.def();
    boolean network = def.type() == FieldType.IPNET;
    if (def.shape() == Shape.EITHER_END || def.has(FieldFlag.FILTER_ONLY) && !network) {
      return new HiddenReader();
    }
    if (def.type() == FieldType.DYN) {
      return new RawArgReader(
          Accessors.find(ref, "Number"), Accessors.find(ref, "Text"), Accessors.param(ref));
    }
    return switch (def.shape()) {
      case LIST -> new ListReader(Accessors.find(ref, ""), def.type(), def.format());
      case ANY_OF -> ofWalk(ref);
      default -> ofScalar(ref, Accessors.find(ref, ""));
    };
  }

  private static FieldReader ofWalk(FieldRef ref) {
    MethodHandle shown = Accessors.findShown(ref);
    return shown != null
        ? ofScalar(ref, shown)
        : new WalkReader(new ListReader(Accessors.find(ref, ""), ref.type(), ref.def().format()));
  }

  private static FieldReader ofScalar(FieldRef ref, MethodHandle accessor) {
    FieldDef def = ref.def();
    boolean asNumber = def.has(FieldFlag.JSON_NUMBER);
    return def.type().isNumeric()
        ? new NumberReader(accessor, def.type(), def.format(), asNumber)
        : new TextReader(accessor, def.type(), asNumber, isOfPlugin(def.fieldClass()));
  }

  private static boolean isOfPlugin(FieldClass fieldClass) {
    return switch (fieldClass) {
      case CONTAINER, K8S, KA, JSON -> true;
      default -> false;
    };
  }

  /** Appends the value, and nothing when it is absent; returns whether it was there. */
  public abstract boolean appendText(MatchContext ctx, TextBuilder out);

  /**
   * The bytes of a single text, buffer or address, valid until the next event; null when absent,
   * and for fields of other kinds.
   */
  public @Nullable ByteSlice raw(MatchContext ctx) {
    return null;
  }

  /** The values of a list field, or null when absent; null for fields that are no lists. */
  public @Nullable ValueList list(MatchContext ctx) {
    return null;
  }

  /** Hands over the value. */
  public abstract void visit(MatchContext ctx, FieldVisitor visitor);
}
