package io.falcoj.runtime.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.fields.FieldVisitor;
import io.falcoj.runtime.value.ByteSlice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field's value as JSON would hold it: null, text, number, boolean or a list of these. */
final class JsonValue implements FieldVisitor {
  private @Nullable Object value;
  private @Nullable List<Object> list;

  private JsonValue() {}

  static @Nullable Object of(FieldReader reader, MatchContext context) {
    JsonValue visitor = new JsonValue();
    reader.visit(context, visitor);
    return visitor.value;
  }

  static @Nullable Object of(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      node.forEach(element -> values.add(String.valueOf(of(element))));
      return values;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.textValue();
  }

  private void give(Object given) {
    if (list != null) {
      list.add(String.valueOf(given));
    } else {
      value = given;
    }
  }

  @Override
  public void absent() {}

  @Override
  public void signed(long number) {
    give(BigInteger.valueOf(number));
  }

  @Override
  public void unsigned(long number) {
    give(new BigInteger(Long.toUnsignedString(number)));
  }

  @Override
  public void real(double number) {
    give(number);
  }

  @Override
  public void bool(boolean given) {
    give(given);
  }

  @Override
  public void text(ByteSlice text) {
    give(text.toString());
  }

  @Override
  public void beginList() {
    list = new ArrayList<>();
  }

  @Override
  public void endList() {
    value = list;
    list = null;
  }
}
