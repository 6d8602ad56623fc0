package io.falcoj.compiler.syntax.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language's corners: what reads as what, what does not read, and where it stops. */
class ConditionSyntaxTest {
  private static ScalarText scalar(String text) {
    int[] offsets = new int[text.length() + 1];
    Arrays.setAll(offsets, i -> i);
    return ScalarText.of(new SourceFile("c", text), text, offsets);
  }

  private static String read(String text) throws SyntaxFault {
    return AstPrinter.print(ConditionSyntax.condition(scalar(text), NestingLimit.RULE_FILES));
  }

  private static SyntaxFault fault(String text) {
    SyntaxFault fault = catchThrowableOfType(SyntaxFault.class, () -> read(text));
    assertThat(fault).as(text).isNotNull();
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.b infoo                        | a.b in foo",
        "a.b existsand c.d exists         | (a.b exists and c.d exists)",
        "(a)and(b)or(c)                   | ((a and b) or c)",
        "a and b or c and not d           | ((a and b) or (c and not d))",
        "and                              | and",
        "not (a) and notb                 | (not a and notb)",
        "a.b>=1and c                      | (a.b >= 1 and c)",
        "a.b = anyof (x, 'y z')           | a.b = anyof (x, \"y z\")",
        "a.b =anyof and c                 | (a.b = anyof and c)",
        "a.b = anyof and c                | (a.b = anyof and c)",
        "a.b = anyof android              | a.b = anyof android",
        "a.b startswith oneof lst         | a.b startswith oneof lst",
        "a.b[x] = val(c.d[0])             | a.b[x] = val(c.d[0])",
        "tolower(basename( a.b )) = x     | tolower(basename(a.b)) = x",
        "join(',', (a.b, 'x', 1)) = x     | join(,,(a.b,x,1)) = x",
        "getopt(a.b, 'n:')[n] = val(c.d)  | getopt(a.b,n:)[n] = val(c.d)",
        "a.b = <                          | a.b = <",
        "a.b = \"\\x41\\ b\"              | a.b = \"A\\\\b\"",
        "a.b in ()                        | a.b in ()",
        "a.b == café                      | a.b = café",
      })
  void reads(String text, String printed) throws SyntaxFault {
    assertThat(read(text)).isEqualTo(printed);
    boolean quotes = text.contains("'") || text.contains("\"");
    assertThat(quotes ? printed : read(" " + text.replace(" ", " \n\t") + "\r\n"))
        .isEqualTo(printed);
    assertThat(ambiguities(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a or(b) and c          | 8  | unexpected token after ')', expecting 'or', 'and'",
        "a and                  | 2  | expected blank or '(' after 'and'",
        "a orb                  | 2  | expected blank or '(' after 'or'",
        "(a b                   | 3  | expected a ')' token",
        "a and ()               | 7  | expected a '(' token, a field check, or an identifier",
        "a.b = anyof or_x       | 12 | expected blank or '(' after 'or'",
        "a.b in (a,)            | 10 | expected a string value",
        "a.b in (,a)            | 8  | expected a ')' token",
        "a.b[] = x              | 4  | expected a valid field argument: a quoted string or a"
            + " bare string",
        "a.b[x = y              | 5  | expected a ']' token",
        "tolower(a.b = x        | 12 | expected a ')' token closing the transformer",
        "tolower(x) = x         | 8  | expected field transformer argument: field, transformer,"
            + " quoted string, number, or transformer list",
        "join((x)) = x          | 6  | expected transformer list argument: field, transformer,"
            + " quoted string, or number",
        "a.b = val(x)           | 10 | expected a field within 'val' transformer",
        "a.b = oneof = x        | 12 | unexpected token after 'oneof', expecting 'or', 'and'",
      })
  void stopsWithPlaceAndKind(String text, int at, String message) {
    assertThat(fault(text).text()).isEqualTo(message);
    assertThat(fault(text).start()).isEqualTo(at);
  }

  @Test
  void nestingIsCountedAsUpstreamCountsItsCalls() throws SyntaxFault {
    assertThat(read("(".repeat(199) + "a" + ")".repeat(199))).isEqualTo("a");
    assertThat(fault("(".repeat(200) + "a" + ")".repeat(200)).text())
        .isEqualTo("exceeded max depth limit of 1000");
    assertThat(read("(".repeat(198) + "a.b=c" + ")".repeat(198))).isEqualTo("a.b = c");
    assertThat(fault("(".repeat(199) + "a.b=c" + ")".repeat(199)).start()).isEqualTo(199);
    assertThat(fault("(".repeat(100_000)).text()).contains("exceeded max depth");
    assertThat(fault("tolower(".repeat(100_000)).text()).contains("exceeded max depth");
    assertThat(read("a and ".repeat(5_000) + "not ".repeat(5_000) + "b")).endsWith("b)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\"", "'\\", "a.b = \"\\x", "\ud800", "a[", ")", "="})
  void everyOtherTextIsOneFault(String text) {
    SyntaxFault fault =
        catchThrowableOfType(SyntaxFault.class, () -> read("a.b = x and " + text + " y"));
    assertThat(fault).isNotNull();
    assertThat(fault.end()).isGreaterThanOrEqualTo(fault.start());
  }

  @Test
  void placesCountCharactersBehindEmoji() {
    String text = "a.b = \ud83d\ude00\ud83d\ude00 and a.c ~ x";
    assertThat(fault(text).start()).isEqualTo(text.indexOf('~'));
  }

  private static List<String> ambiguities(String text) {
    List<String> found = new ArrayList<>();
    ConditionParser parser =
        new ConditionParser(
            new CommonTokenStream(new ConditionLexer(CharStreams.fromString(text))));
    parser.removeErrorListeners();
    parser.addErrorListener(new DiagnosticErrorListener(true));
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException e) {
            found.add(message);
          }
        });
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.condition();
    return found;
  }
}
