package io.falcoj.testkit.judge;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.BoundField;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field's value as outputs show it; of fields that outputs cannot show, as conditions see it. */
final class ShownField {
  /** Appends a value, and nothing when it is absent. */
  private interface Appending {
    boolean append(MatchContext ctx, TextBuilder out);
  }

  /** Both ends of what has none. */
  private static final String NO_ELEMENTS = "()";

  private final Appending value;
  private final TextBuilder text = new TextBuilder();

  private ShownField(Appending value) {
    this.value = value;
  }

  /**
   * @param name of a field of events of that source
   */
  static ShownField of(String name, String source) {
    FieldRef ref;
    try {
      ref = Objects.requireNonNull(FieldCatalog.standard().resolve(name, source));
    } catch (FieldException e) {
      throw new IllegalStateException("the suite was checked: " + name, e);
    }
    FieldDef def = ref.def();
    boolean hidden = def.shape() == Shape.EITHER_END || def.has(FieldFlag.FILTER_ONLY);
    return new ShownField(
        hidden ? BoundField.of(ref)::appendText : FieldReader.of(ref)::appendText);
  }

  @Nullable String read(MatchContext ctx) {
    text.reset();
    text.begin();
    if (!value.append(ctx, text)) {
      return null;
    }
    String shown = text.finish(new ByteSlice()).toString();
    return shown.equals(NO_ELEMENTS) ? null : shown;
  }
}
