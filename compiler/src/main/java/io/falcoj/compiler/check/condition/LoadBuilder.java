package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.TransformerExpr;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.schema.names.PrintFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Operands with names to loads with types. */
final class LoadBuilder {
  /** The transformer that names a field on a right side and does nothing else. */
  static final String VAL = "val";

  /** A text that is an argument must fit a class file. */
  private static final int MAX_TEXT = 1 << 20;

  private final FieldCatalog catalog;
  private final String source;
  private final Consumer<FieldExprUse> uses;

  /** A field that a condition names, and where. */
  record FieldExprUse(FieldExpr expr, FieldRef ref) {}

  /**
   * @param uses told of every field
   */
  LoadBuilder(FieldCatalog catalog, String source, Consumer<FieldExprUse> uses) {
    this.catalog = catalog;
    this.source = source;
    this.uses = uses;
  }

  Load build(Operand operand) throws CheckException {
    if (operand instanceof FieldExpr field) {
      return field(field);
    }
    if (operand instanceof TransformerExpr call) {
      return call(call);
    }
    if (operand instanceof ValueExpr value) {
      return text(value);
    }
    List<Load> items = new ArrayList<>();
    for (Operand item : ((ListExpr) operand).items()) {
      items.add(item(single(build(item), item), item));
    }
    return new Load.Items(items);
  }

  /** Refuses fields that stand for several values without being lists. */
  private static Load single(Load load, Operand operand) throws CheckException {
    if (load.isMany() && !load.operand().list()) {
      throw CheckException.type(
          operand.span(), "a field of several values cannot be an argument; write an index");
    }
    return load;
  }

  private static Load text(ValueExpr value) throws CheckException {
    if (value.value().length() > MAX_TEXT) {
      throw CheckException.literal(
          value.span(), "a text here can have " + MAX_TEXT + " bytes at most");
    }
    return new Load.Text(value.value());
  }

  /** Numbers in lists are the texts that they print as. */
  private static Load item(Load load, Operand operand) throws CheckException {
    Family family = load.operand().type().family();
    if (load.operand().type().isNumeric() && !load.isMany()) {
      PrintFormat format =
          load instanceof Load.Field field ? field.ref().def().format() : PrintFormat.DEC;
      return new Load.Printed(load, format);
    }
    if (family != Family.TEXT) {
      throw CheckException.type(
          operand.span(), "a list of values to join holds texts and numbers only");
    }
    return load;
  }

  private Load field(FieldExpr field) throws CheckException {
    FieldRef ref;
    try {
      ref = catalog.resolve(field.text(), source);
    } catch (FieldException e) {
      throw CheckException.argument(field.span(), String.valueOf(e.getMessage())).falco(e.falco());
    }
    if (ref == null) {
      throw CheckException.unknownField(
          field.span(), field.text(), catalog.hint(field.text(), source));
    }
    uses.accept(new FieldExprUse(field, ref));
    return new Load.Field(ref);
  }

  private Load call(TransformerExpr call) throws CheckException {
    if (call.name().equals(VAL)) {
      if (call.arg() != null) {
        throw CheckException.type(call.span(), "'val' takes no argument in brackets")
            .falco(CallFaults.noArgument(VAL));
      }
      return build(call.arguments().get(0));
    }
    Transformer transformer = Transformer.named(call.name());
    if (transformer == null) {
      throw CheckException.type(call.span(), "unknown field transformer '" + call.name() + "'");
    }
    List<Load> arguments = new ArrayList<>();
    List<Transformer.Operand> operands = new ArrayList<>();
    for (Operand argument : call.arguments()) {
      Load load = build(argument);
      if (call.arguments().size() == 1
          && load instanceof Load.Field field
          && field.ref().def().has(FieldFlag.NO_TRANSFORMER)) {
        throw CheckException.type(
                argument.span(), "field '" + field.ref().text() + "' does not support transformers")
            .falco("field '" + field.ref().def().name() + "' does not support transformers");
      }
      arguments.add(single(load, argument));
      operands.add(load.operand());
    }
    try {
      Transformer.Operand result = transformer.result(operands, call.arg());
      return new Load.Call(transformer, arguments, call.arg(), result);
    } catch (Transformer.ArgumentException e) {
      throw CheckException.type(call.span(), String.valueOf(e.getMessage()))
          .falco(CallFaults.words(transformer, arguments, call.arg()));
    }
  }
}
