package io.falcoj.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recorded verdicts of upstream's parser on texts, and of its escaping of literals. */
class ParseVectorsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyRowOfTheParserVectors() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> rows = rows("vectors/parse.jsonl");
    for (JsonNode row : rows) {
      check(row, wrong);
    }
    System.out.println("parse vectors: " + (rows.size() - wrong.size()) + " of " + rows.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRowOfTheEscapingVectors() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> rows = rows("vectors/escape.jsonl");
    for (JsonNode row : rows) {
      String op = row.at("/input/op").asText();
      String value = row.at("/input/value").asText();
      String got = escape(op, value);
      boolean ok = row.at("/expect").has("value");
      if (!(ok ? row.at("/expect/value").asText() : "error").equals(got)) {
        wrong.add(row + " gave " + got);
      }
    }
    System.out.println("escape vectors: " + (rows.size() - wrong.size()) + " of " + rows.size());
    assertThat(wrong).isEmpty();
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

  private static void check(JsonNode row, List<String> wrong) {
    JsonNode input = row.get("input");
    String text =
        input.isTextual()
            ? input.asText()
            : input.get("repeat").asText().repeat(input.get("count").asInt());
    JsonNode expect = row.get("expect");
    List<String> variants = new ArrayList<>(List.of(text));
    if (row.path("whitespace_variants").asBoolean() && expect.get("ok").asBoolean()) {
      String wide = " " + text + " ";
      variants.addAll(List.of(wide, wide.replace(' ', '\n'), wide.replace(' ', '\t')));
    }
    for (String variant : variants) {
      String got = verdict(variant);
      if (got.isEmpty() != expect.get("ok").asBoolean()
          || (expect.has("error") && !expect.get("error").asText().equals(got))) {
        wrong.add(row.get("id").asText() + " " + shown(variant) + " gave: " + got);
      }
    }
    if (expect.has("as_string") && !print(text).equals(expect.get("as_string").asText())) {
      wrong.add(row.get("id").asText() + " printed " + print(text));
    }
    if (expect.has("positions")) {
      String positions = new PositionPrinter().print(parse(text));
      if (!positions.equals(expect.get("positions").asText())) {
        wrong.add(row.get("id").asText() + " positions " + positions);
      }
    }
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }

  private static String verdict(String text) {
    try {
      ConditionSyntax.condition(scalar(text), NestingLimit.BARE_PARSER);
      return "";
    } catch (SyntaxFault fault) {
      return fault.text();
    }
  }

  private static String print(String text) {
    return AstPrinter.print(parse(text));
  }

  private static Expr parse(String text) {
    try {
      return ConditionSyntax.condition(scalar(text), NestingLimit.BARE_PARSER);
    } catch (SyntaxFault fault) {
      throw new AssertionError(text + ": " + fault.text(), fault);
    }
  }

  private static ScalarText scalar(String text) {
    int[] offsets = new int[text.length() + 1];
    Arrays.setAll(offsets, i -> i);
    return ScalarText.of(new SourceFile("condition", text), text, offsets);
  }

  private static List<JsonNode> rows(String file) throws IOException {
    Path path = CORPUS.resolve(file);
    assumeTrue(Files.exists(path), "no corpus at " + CORPUS);
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }
}
