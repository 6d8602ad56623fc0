package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.TransformerExpr;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Parse tree to the sides of checks. */
final class OperandBuilder {
  private final Places places;

  OperandBuilder(Places places) {
    this.places = places;
  }

  Operand operand(ConditionParser.OperandContext context) throws SyntaxFault {
    return context instanceof ConditionParser.FieldOperandContext field
        ? field(field.field())
        : transformer(((ConditionParser.TransformerOperandContext) context).transformer());
  }

  Operand numberSide(ConditionParser.NumberSideContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.NumberValContext side) {
      return val(side.val());
    }
    if (context instanceof ConditionParser.NumberTransformerContext side) {
      return transformer(side.transformer());
    }
    return bare(((ConditionParser.NumberValueContext) context).NUMBER().getSymbol());
  }

  Operand stringSide(ConditionParser.StringSideContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.StringValContext side) {
      return val(side.val());
    }
    if (context instanceof ConditionParser.StringTransformerContext side) {
      return transformer(side.transformer());
    }
    return string(((ConditionParser.StringValueContext) context).string());
  }

  Operand listSide(ConditionParser.ListSideContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.ListValContext side) {
      return val(side.val());
    }
    if (context instanceof ConditionParser.ListTransformerContext side) {
      return transformer(side.transformer());
    }
    if (context instanceof ConditionParser.ListNameContext side) {
      return bare(side.IDENTIFIER().getSymbol());
    }
    return list(((ConditionParser.ListValuesContext) context).list());
  }

  Operand modified(ConditionParser.ModifiedContext context) throws SyntaxFault {
    return context instanceof ConditionParser.ModifiedNameContext name
        ? bare(name.IDENTIFIER().getSymbol())
        : list(((ConditionParser.ModifiedListContext) context).list());
  }

  private ListExpr list(ConditionParser.ListContext context) throws SyntaxFault {
    List<Operand> items = new ArrayList<>();
    for (ConditionParser.StringContext item :
        ((ConditionParser.StringListContext) context).string()) {
      try {
        items.add(string(item));
      } catch (SyntaxFault fault) {
        // The only text whose fault is none stands alone in a list, which counts as empty.
        return new ListExpr(List.of(), places.of(context));
      }
    }
    return new ListExpr(items, places.of(context));
  }

  private ValueExpr string(ConditionParser.StringContext context) throws SyntaxFault {
    return context instanceof ConditionParser.QuotedStringContext quoted
        ? quoted(quoted.QUOTED().getSymbol())
        : bare(((ConditionParser.BareStringContext) context).BARE().getSymbol());
  }

  private ValueExpr quoted(Token token) throws SyntaxFault {
    ByteSlice value = QuotedText.unescape(token.getText(), token.getStartIndex());
    return new ValueExpr(value, true, places.of(token));
  }

  private ValueExpr bare(Token token) {
    return new ValueExpr(ByteSlice.of(token.getText()), false, places.of(token));
  }

  private FieldExpr field(ConditionParser.FieldContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.PlainFieldContext plain) {
      return new FieldExpr(plain.FIELD().getText(), null, places.of(context));
    }
    ConditionParser.FieldWithArgumentContext indexed =
        (ConditionParser.FieldWithArgumentContext) context;
    String opened = indexed.FIELD_LBRACK().getText();
    String name = opened.substring(0, opened.length() - 1);
    return new FieldExpr(name, selector(indexed.selector()), places.of(context));
  }

  private String selector(ConditionParser.SelectorContext context) throws SyntaxFault {
    ByteSlice value = string(((ConditionParser.BracketedContext) context).string()).value();
    return new String(value.toBytes(), StandardCharsets.UTF_8);
  }

  private @Nullable String selector(ConditionParser.CallEndContext context) throws SyntaxFault {
    return context instanceof ConditionParser.SelectedEndContext selected
        ? selector(selected.selector())
        : null;
  }

  private TransformerExpr val(ConditionParser.ValContext context) throws SyntaxFault {
    ConditionParser.FieldValueContext val = (ConditionParser.FieldValueContext) context;
    List<Operand> arguments = List.of(field(val.field()));
    return new TransformerExpr("val", arguments, selector(val.callEnd()), places.of(context));
  }

  private TransformerExpr transformer(ConditionParser.TransformerContext context)
      throws SyntaxFault {
    ConditionParser.TransformerCallContext call = (ConditionParser.TransformerCallContext) context;
    String opened = call.TRANSFORMER().getText();
    String name = opened.substring(0, opened.length() - 1);
    List<Operand> arguments = new ArrayList<>();
    for (ConditionParser.ArgumentContext argument : call.argument()) {
      arguments.add(argument(argument));
    }
    return new TransformerExpr(name, arguments, selector(call.callEnd()), places.of(context));
  }

  private Operand argument(ConditionParser.ArgumentContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.LiteralArgumentContext literal) {
      return literal(literal.literal());
    }
    if (context instanceof ConditionParser.TupleArgumentContext tuple) {
      return tuple(tuple.tuple());
    }
    if (context instanceof ConditionParser.TransformerArgumentContext transformer) {
      return transformer(transformer.transformer());
    }
    return field(((ConditionParser.FieldArgumentContext) context).field());
  }

  private ListExpr tuple(ConditionParser.TupleContext context) throws SyntaxFault {
    List<Operand> items = new ArrayList<>();
    for (ConditionParser.ItemContext item :
        ((ConditionParser.ArgumentTupleContext) context).item()) {
      items.add(item(item));
    }
    return new ListExpr(items, places.of(context));
  }

  private Operand item(ConditionParser.ItemContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.LiteralItemContext literal) {
      return literal(literal.literal());
    }
    if (context instanceof ConditionParser.TransformerItemContext transformer) {
      return transformer(transformer.transformer());
    }
    return field(((ConditionParser.FieldItemContext) context).field());
  }

  private ValueExpr literal(ConditionParser.LiteralContext context) throws SyntaxFault {
    return context instanceof ConditionParser.QuotedLiteralContext quoted
        ? quoted(quoted.QUOTED().getSymbol())
        : bare(((ConditionParser.NumberLiteralContext) context).NUMBER().getSymbol());
  }
}
