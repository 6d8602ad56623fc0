package io.falcoj.compiler.ast;

import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints conditions in the one form that Falco prints them in, e.g. as {@code condition_compiled}:
 * brackets around every conjunction and disjunction, quotes only where a character needs them.
 */
public final class AstPrinter implements Expr.Visitor<String> {
  private static final AstPrinter PRINTER = new AstPrinter();
  private static final Map<Character, String> ESCAPES =
      Map.of(
          '\b', "\\b", '\f', "\\f", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\\', "\\\\", '"',
          "\\\"");

  private AstPrinter() {}

  /** The condition's text. */
  public static String print(Expr expr) {
    return expr.accept(PRINTER);
  }

  /** The text of one side of a check. */
  public static String print(Operand operand) {
    if (operand instanceof FieldExpr field) {
      return field.text();
    }
    if (operand instanceof ValueExpr value) {
      return escape(text(value.value()));
    }
    if (operand instanceof ListExpr list) {
      return "(" + join(list.items(), ", ") + ")";
    }
    TransformerExpr call = (TransformerExpr) operand;
    String selector = call.arg() == null ? "" : "[" + call.arg() + "]";
    return call.name() + "(" + arguments(call.arguments()) + ")" + selector;
  }

  private static String arguments(List<Operand> arguments) {
    return arguments.stream()
        .map(a -> a instanceof ListExpr list ? "(" + arguments(list.items()) + ")" : print(a))
        .collect(Collectors.joining(","));
  }

  private static String join(List<Operand> operands, String separator) {
    return operands.stream().map(AstPrinter::print).collect(Collectors.joining(separator));
  }

  // Bytes that are not UTF-8 cannot be shown otherwise in a Java text.
  private static String text(ByteSlice value) {
    return new String(value.toBytes(), StandardCharsets.UTF_8);
  }

  /** A literal's text, in double quotes when it holds what a bare literal cannot. */
  public static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    boolean quote = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      quote |= ESCAPES.containsKey(c) || c == ' ' || c == '=' || c == '\'' || c == '\0';
      escaped.append(ESCAPES.getOrDefault(c, String.valueOf(c)));
    }
    return quote ? "\"" + escaped + "\"" : escaped.toString();
  }

  @Override
  public String visit(AndExpr expr) {
    return logical(expr.operands(), " and ");
  }

  @Override
  public String visit(OrExpr expr) {
    return logical(expr.operands(), " or ");
  }

  private String logical(List<Expr> operands, String word) {
    return operands.stream()
        .map(operand -> operand.accept(this))
        .collect(Collectors.joining(word, "(", ")"));
  }

  @Override
  public String visit(NotExpr expr) {
    return "not " + expr.operand().accept(this);
  }

  @Override
  public String visit(UnaryCheck expr) {
    return print(expr.left()) + " " + expr.operator().text();
  }

  @Override
  public String visit(BinaryCheck expr) {
    String modifier = expr.modifier() == Modifier.NONE ? "" : " " + expr.modifier().text();
    return print(expr.left()) + " " + expr.operator().text() + modifier + " " + print(expr.right());
  }

  @Override
  public String visit(IdentifierExpr expr) {
    return expr.name();
  }
}
