package io.falcoj.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Comments, empty lines, breaks and indicators at any place of a file: whatever is still YAML is
 * laid out, and stays so. That meaning and comments stay is what the formatter asks itself; here it
 * may have no reason to refuse.
 */
class MutatedFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/format");

  /** One of so many is compiled too. */
  private static final int COMPILED = 10;

  private static final Set<String> REFUSALS =
      Set.of(
          "a key behind `?`",
          "items in brackets or behind an anchor, or a document that is null",
          "a block of blanks",
          "a document that no `---` begins",
          "no `:` where one belongs",
          "a tag right before its value");

  /** A change at a line of the file and at a character of the line, each taken modulo. */
  record Change(int line, int character, String text) {
    void apply(List<String> lines) {
      int at = line % lines.size();
      String old = lines.get(at);
      int cut = character % (old.length() + 1);
      lines.set(at, old.substring(0, cut) + text + old.substring(cut));
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, 1000);
    Arbitrary<String> texts =
        Arbitraries.of(
            "\n# comment\n",
            "\n    # deep\n",
            "  # behind\n",
            "#",
            " #",
            "\n",
            "\n\n",
            "\n  ",
            "\n      ",
            " ",
            "   ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ",",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a ",
            "!t ",
            "!",
            "!a!b",
            "| ",
            "> ",
            "|+\n",
            "\"",
            "'",
            "(",
            ")",
            " and ",
            "\nor ",
            "\\",
            "~",
            "\n---\n",
            "\n...\n",
            "%",
            "\u00e9");
    return Combinators.combine(anywhere, anywhere, texts)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> files() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("comments", "conditions", "layout")) {
      texts.add(Files.readString(FOLDER.resolve(name + ".yaml")));
    }
    return Arbitraries.of(texts);
  }

  @Property(tries = 2000)
  void whatIsYamlIsLaidOutAndStaysSo(
      @ForAll("files") String text, @ForAll("changes") List<Change> changes) throws IOException {
    List<String> lines = new ArrayList<>(text.lines().toList());
    changes.forEach(change -> change.apply(lines));
    SourceFile file = new SourceFile("mutated.yaml", String.join("\n", lines));
    Formatted formatted = RuleFormatter.format(file, new Diagnostics());
    if (formatted == null) {
      return;
    }
    if (formatted.leftAsIs() != null) {
      assertThat(REFUSALS).contains(formatted.leftAsIs().message());
      return;
    }
    SourceFile laidOut = new SourceFile("mutated.yaml", formatted.text());
    assertThat(RuleFormatter.format(laidOut, new Diagnostics())).isEqualTo(formatted);
    if (text.hashCode() % COMPILED == changes.hashCode() % COMPILED) {
      assertThat(WithoutPositions.compile(laidOut)).isEqualTo(WithoutPositions.compile(file));
    }
  }
}
