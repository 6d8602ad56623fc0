package io.falcoj.compiler.yaml.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.RuleFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileReaderTest {
  private final Diagnostics diags = new Diagnostics();

  private List<Declaration> read(String text) {
    return RuleFileReader.read(new SourceFile("r.yaml", text), diags).declarations();
  }

  private List<String> messages() {
    return diags.reported().stream().map(Diagnostic::message).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\ufeff- list: l\n  items: [a]\n",
        "# only a comment\n",
        "---\n---\n- list: l\n  items: []\n",
        "- list: l\r\n  items: [a]\r\n",
        "- ~\n-\n- list: l\n  items: []\n",
        "- list:\tl\n  items:\t[a,\tb]\t\n",
        "- list: l\n  items:\t\n    -\ta\n",
        "- list: l # c\n\t\n  items: []\n",
        "%YAML 1.2\n---\n- list: l\n  items: []\n",
        "- list: l\n  items: &x [a]\n- list: k\n  items: *x\n",
      })
  void acceptsWhatFalcosYamlLibraryAccepts(String text) {
    read(text);
    assertThat(messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!t [a, b]        | a;b",
        "!t[a, b]         | a;b",
        "![a, b]          | a;b",
        "!!x [a, b]       | a;b",
        "!a!b[a, !<c>'b'] | a;b",
        "!t#x%20y [a]     | a",
        "[!t, b]          | ;b",
        "[! ~, !t ~]      | ~;~",
        "[!!null a, (!b]  | a;(!b",
      })
  void tagsEndWhereFalcosYamlLibraryEndsThem(String items, String texts) {
    List<Declaration> read = read("- list: l\n  items: " + items + "\n");
    assertThat(messages()).isEmpty();
    assertThat(((ListDecl) read.get(0)).items().stream().map(ScalarText::text))
        .containsExactly(texts.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b                        | Rules content is not yaml array of objects",
        "just text                   | Rules content is not yaml",
        "- text                      | Unexpected element type. Each element should be a yaml"
            + " associative array.",
        "- list: l                   | Item has no mapping for key 'items'",
        "- {list: , items: []}       | Mapping for key 'list' is empty",
        "- {list: '', items: []}     | Value must be non-empty",
        "- {list: [], items: []}     | Value is not a scalar value",
        "- {list: l, items: a}       | Value is not a sequence",
        "- {list: l, items: [~]}     | sequence value is not scalar",
        "- {list: l, items: [], append: 1} | Can't decode YAML scalar value",
        "- {macro: m}                | Item has no mapping for key 'condition'",
        "- {rule: r}                 | Item has no mapping for key 'enabled'",
        "- {rule: r, desc: d}        | Item has no mapping for key 'condition'",
        "- {rule: r, condition: c, output: o, desc: d, priority: WARN} | Invalid priority",
        "- {rule: r, source: '', desc: d, output: o, condition: c, priority: INFO} |"
            + " Value must be non-empty",
        "- {other: x}                | Unknown top level item",
        "- {list: l, items: [], x: y} | Unknown key 'x'. The key will be ignored.",
        "- {list: l, items: [], override: {items: add}} | Invalid override operation for key"
            + " 'items': 'add'. Allowed values are: append replace",
        "- {rule: r, condition: c, override: {priority: append}} | Key 'priority' cannot be"
            + " appended to, use 'replace' instead",
        "- {rule: r, condition: c, desc: d, override: {condition: append}} | Unexpected key"
            + " 'desc': no corresponding entry under 'override' is defined.",
        "- {rule: r, override: {condition: append}} | An append override for 'condition' was"
            + " specified but 'condition' is not defined",
      })
  void saysWhatIsWrong(String text, String message) {
    read(text);
    assertThat(messages()).first().asString().isEqualToIgnoringWhitespace(message);
  }

  @Test
  void goesOnBehindAFaultyItem() {
    List<Declaration> read = read("- list: l\n- macro: m\n- list: k\n  items: [a]\n");
    assertThat(messages()).hasSize(2);
    assertThat(read).hasSize(3).element(2).isInstanceOf(ListDecl.class);
    assertThat(read.get(0)).isInstanceOf(Declaration.Broken.class);
  }

  @Test
  void scalarsAreTextAndTheFirstOfEqualKeysCounts() {
    ListDecl list =
        (ListDecl)
            read("- list: l\n  items: [yes, 0x10, 010, 12:30:00, 1_000, =, <<]\n  items: [b]\n")
                .get(0);
    assertThat(list.items())
        .extracting(ScalarText::text)
        .containsExactly("yes", "0x10", "010", "12:30:00", "1_000", "=", "<<");
  }

  @ParameterizedTest
  @CsvSource({"yes,true", "On,true", "TRUE,true", "y,true", "no,false", "OFF,false", "n,false"})
  void booleansAreWords(String word, boolean value) {
    toggle(word, value);
  }

  private void toggle(String word, boolean value) {
    Declaration toggle = read("- rule: r\n  enabled: " + word + "\n").get(0);
    assertThat(((Declaration.RuleToggle) toggle).enabled()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tRue", "1", "yEs", "maybe"})
  void otherWordsAreNone(String word) {
    read("- rule: r\n  enabled: " + word + "\n");
    assertThat(messages()).contains("Can't decode YAML scalar value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- list: l\n  items: [a\n",
        "- list: l\n\titems: []\n",
        "- \"unfinished",
        "- a: b: c: d\n  - e\n",
        "- *nowhere\n",
        "- \u0000",
        "- @x\n",
      })
  void brokenYamlIsOneErrorWithAPlace(String text) {
    read(text);
    assertThat(diags.errorCount()).isEqualTo(1);
    assertThat(diags.reported().get(0).code().falcoCode()).isEqualTo("LOAD_ERR_YAML_PARSE");
  }

  @Test
  void bombsAreErrorsNotExceptions() {
    read("[".repeat(200_000));
    assertThat(diags.errorCount()).isEqualTo(1);
    StringBuilder bomb = new StringBuilder("- list: l\n  items: []\n  x: &a0 [v]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("  x").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    bomb.append("- rule: r\n  append: true\n  exceptions:\n    - {name: e, values: [*a29]}\n");
    read(bomb.toString());
    assertThat(messages()).contains("Exception values are nested or repeated too much");
    read("- rule: r\n  append: true\n  exceptions:\n    - {name: e, values: &v [*v]}\n");
    assertThat(diags.errorCount()).isGreaterThan(1);
  }

  @Test
  void bytesThatAreNotUtf8AreReplacedAndReported() {
    byte[] latin = "- list: caf\u00e9\n  items: []\n".getBytes(StandardCharsets.ISO_8859_1);
    RuleFile file = RuleFileReader.read(SourceFile.decode("r.yaml", latin), diags);
    assertThat(((ListDecl) file.declarations().get(0)).name()).isEqualTo("caf\ufffd");
    assertThat(messages()).containsExactly("not UTF-8: read as U+FFFD");
    assertThat(diags.reported().get(0).span().start()).isEqualTo(11);
  }

  @Test
  void byteOrderMarksChooseTheEncoding() {
    byte[] wide = "\ufeff- list: l\n  items: [a]\n".getBytes(StandardCharsets.UTF_16LE);
    RuleFile file = RuleFileReader.read(SourceFile.decode("r.yaml", wide), diags);
    assertThat(file.declarations()).hasSize(1);
    assertThat(messages()).isEmpty();
  }
}
