package io.falcoj.runtime.template;

import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.Transformer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a token prints: a field, or a transformer call over fields, texts and lists. */
public sealed interface Argument {
  /** Type of the value. */
  Transformer.Operand operand();

  /** A field. */
  record Field(FieldRef field) implements Argument {
    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.of(field);
    }
  }

  /** A constant; only inside a call. */
  record Text(String text) implements Argument {
    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.TEXT;
    }
  }

  /** A list of single values; only inside a call. */
  record Items(List<Argument> items) implements Argument {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Transformer.Operand operand() {
      return Transformer.Operand.TEXTS;
    }
  }

  /**
   * A transformer call.
   *
   * @param selector text in brackets behind it, or null
   * @param operand type of the result
   */
  record Call(
      Transformer transformer,
      List<Argument> arguments,
      @Nullable String selector,
      Transformer.Operand operand)
      implements Argument {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
