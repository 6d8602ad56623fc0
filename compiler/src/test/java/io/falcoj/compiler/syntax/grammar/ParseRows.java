package io.falcoj.compiler.syntax.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of {@code vectors/parse.jsonl} and {@code vectors/escape.jsonl} of the corpus, as text that
 * is empty where we agree.
 */
public final class ParseRows {
  private ParseRows() {}

  /** Verdict, printed form and positions of a condition. */
  public static String parse(JsonNode row) {
    String text = text(row.get("input"));
    JsonNode expect = row.get("expect");
    boolean ok = expect.get("ok").asBoolean();
    for (String variant : variants(row, text)) {
      String fault = ParsedText.fault(variant);
      if (fault.isEmpty() != ok) {
        return shown(variant) + (ok ? " is refused: " + fault : " is taken");
      }
      if (expect.has("error") && !expect.get("error").asText().equals(fault)) {
        return shown(variant) + " gives " + fault;
      }
    }
    return ok ? form(expect, ParsedText.parse(text), text) : "";
  }

  private static String form(JsonNode expect, Expr tree, String text) {
    if (expect.has("as_string")
        && !expect.get("as_string").asText().equals(AstPrinter.print(tree))) {
      return "prints as " + AstPrinter.print(tree);
    }
    String positions = expect.has("positions") ? new PositionPrinter().print(tree) : "";
    if (!expect.path("positions").asText().equals(positions)) {
      return "positions " + positions;
    }
    JsonNode end = expect.path("end_pos");
    if (end.has("idx") && end.get("idx").asInt() != text.length()) {
      return "ends at " + text.length();
    }
    if (!expect.has("ast")) {
      return "";
    }
    // Both spellings of equality are one operator here.
    String wanted = expect.get("ast").toString().replace("\"==", "\"=");
    String shape = new ShapePrinter().print(tree).toString();
    return wanted.equals(shape) ? "" : "tree " + shape;
  }

  private static String text(JsonNode input) {
    return input.isTextual()
        ? input.asText()
        : input.get("repeat").asText().repeat(input.get("count").asInt());
  }

  private static List<String> variants(JsonNode row, String text) {
    List<String> variants = new ArrayList<>(List.of(text));
    if (row.path("whitespace_variants").asBoolean() && row.at("/expect/ok").asBoolean()) {
      String wide = " " + text + " ";
      variants.addAll(List.of(wide, wide.replace(' ', '\n'), wide.replace(' ', '\t')));
    }
    return variants;
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }

  /** Escaped and unescaped literals. */
  public static String escape(JsonNode row) {
    String got = escape(row.at("/input/op").asText(), row.at("/input/value").asText());
    JsonNode expect = row.get("expect");
    String wanted = expect.has("value") ? expect.get("value").asText() : "error";
    return wanted.equals(got) ? "" : "gives " + got;
  }

  private static String escape(String op, String value) {
    try {
      return switch (op) {
        case "escape_str" -> AstPrinter.escape(value);
        case "unescape_str" -> latin1(QuotedText.unescape(value, 0));
        default -> {
          String escaped = AstPrinter.escape(value);
          yield escaped.startsWith("\"") ? latin1(QuotedText.unescape(escaped, 0)) : escaped;
        }
      };
    } catch (SyntaxFault fault) {
      return "error";
    }
  }

  private static String latin1(ByteSlice slice) {
    return new String(slice.toBytes(), StandardCharsets.ISO_8859_1);
  }
}
