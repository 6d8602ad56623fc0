package io.falcoj.compiler.ir;

import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that yields a value, or none. */
public sealed interface Load {
  /** Type of the value. */
  Transformer.Operand operand();

  /** True when the value is a list, a walk or the two ends of a connection. */
  boolean isMany();

  /** A field. Equal when the texts are, since a text means one field. */
  record Field(FieldRef ref) implements Load {
    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.of(ref);
    }

    @Override
    public boolean isMany() {
      return ref.def().shape() != FieldDef.Shape.SINGLE;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Field field && ref.text().equals(field.ref.text());
    }

    @Override
    public int hashCode() {
      return ref.text().hashCode();
    }
  }

  /** A constant; only an argument. */
  record Text(ByteSlice value) implements Load {
    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.TEXT;
    }

    @Override
    public boolean isMany() {
      return false;
    }
  }

  /** A number as the text that alerts print; only an item of a list. */
  record Printed(Load number, PrintFormat format) implements Load {
    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.TEXT;
    }

    @Override
    public boolean isMany() {
      return false;
    }
  }

  /** A list of values and of lists, which it holds the values of; only an argument. */
  record Items(List<Load> items) implements Load {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.TEXTS;
    }

    @Override
    public boolean isMany() {
      return true;
    }
  }

  /**
   * A transformer applied to its arguments; absent when one of them is.
   *
   * @param selector option of {@code getopt}, or null
   */
  record Call(
      Transformer transformer,
      List<Load> arguments,
      @Nullable String selector,
      Transformer.Operand operand)
      implements Load {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean isMany() {
      return operand.list();
    }
  }
}
