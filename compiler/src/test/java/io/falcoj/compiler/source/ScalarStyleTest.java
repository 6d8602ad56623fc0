package io.falcoj.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.yaml.item.MacroDecl;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every decoded character knows where it stands in the file. */
class ScalarStyleTest {
  private static ScalarText condition(String scalar) {
    return condition(scalar, "\n- list: after\n  items: []\n");
  }

  private static ScalarText condition(String scalar, String rest) {
    String text = "- macro: m\n  condition: " + scalar + rest;
    Diagnostics diags = new Diagnostics();
    var file = RuleFileReader.read(new SourceFile("m.yaml", text), diags);
    assertThat(diags.reported()).isEmpty();
    return ((MacroDecl) file.declarations().get(0)).condition();
  }

  /** Each letter stands for itself, so that the place of a letter must hold that letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc def",
        "abc\n    def  ghi\n\n    jkl",
        "'ab''c d'",
        "'ab\n    c\n\n\n    d '",
        "\"ab\\x41 c\\u0041d \\\n      ef\"",
        "\"a\\tb\n   c\n\n  d\\ne\"",
        "|\n    abc\n      def\n\n    ghi\n",
        "|-\n    abc\n    def\n",
        "|+\n    abc\n\n\n",
        "|2\n      abc\n    def\n",
        "|  # comment - +\n    abc\n",
        ">\n    abc\n    def\n\n    ghi\n\n\n    jkl\n",
        ">\n    abc\n      loose\n      more\n    def\n",
        ">-\n    abc   \n    def\n\n",
        ">+\n\n    abc\n\n",
        "&anchor abc def",
        "!!str \"abc\"",
        "&a !!str >\n    abc\n    def\n",
        "caf\u00e9 \ud83d\ude00 abc",
      })
  void placesHoldTheirCharacters(String scalar) {
    for (String lineEnd : new String[] {"\n", "\r\n"}) {
      ScalarText text = condition(scalar.replace("\n", lineEnd));
      for (int i = 0; i < text.text().length(); i++) {
        char c = text.text().charAt(i);
        SourceSpan at = text.span(i, i + 1);
        char there = at.file().text().charAt(at.start());
        if (Character.isLetter(c) && there != '\\') {
          assertThat(there).as("character %d of %s", i, text).isEqualTo(c);
        }
      }
    }
  }

  @Test
  void spansOfFoldedLinesReachOverTheLineEnd() {
    ScalarText text = condition(">\n    one and\n    two\n");
    SourceSpan span = text.span(text.text().indexOf("and"), text.text().indexOf("two") + 3);
    assertThat(span.file().text().substring(span.start(), span.end())).isEqualTo("and\n    two");
  }

  @Test
  void blockScalarAtTheEndOfTheFile() {
    assertThat(condition(">\n    abc\n    def", "").text()).isEqualTo("abc def");
    assertThat(condition("|\n    abc\n\n", "").text()).isEqualTo("abc\n");
  }
}
