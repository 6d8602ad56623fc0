package io.falcoj.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Scalars of every style, made of random lines: places are known only if we decode as YAML does.
 */
class ScalarPlacesTest {
  private static final Map<Character, ScalarStyle> STYLES =
      Map.of(
          '|', ScalarStyle.LITERAL,
          '>', ScalarStyle.FOLDED,
          '\'', ScalarStyle.SINGLE_QUOTED,
          '"', ScalarStyle.DOUBLE_QUOTED);

  private static final int[] SEEN = new int[ScalarStyle.values().length];

  @Property(tries = 6_000)
  void everyStyleDecodesAsTheParserDoes(@ForAll("scalars") String scalar) {
    String text = "a: 1\nkey: " + scalar + "\nafter: 2\n";
    ScalarNode node = read(text);
    if (node == null || node.getValue().isBlank()) {
      return;
    }
    ScalarStyle style = STYLES.getOrDefault(scalar.charAt(0), ScalarStyle.PLAIN);
    int start = node.getStartMark().getIndex();
    String raw = text.substring(start, node.getEndMark().getIndex());
    DecodedText decoded = style.decode(raw, node.getValue());
    assertThat(decoded.text()).as(raw).isEqualTo(node.getValue());
    int[] offsets = decoded.offsets();
    for (int i = 0; i < decoded.text().length(); i++) {
      char c = decoded.text().charAt(i);
      if (Character.isLetter(c) && raw.charAt(offsets[i]) != '\\') {
        assertThat(raw.charAt(offsets[i])).isEqualTo(c);
      }
      assertThat(i == 0 || offsets[i - 1] <= offsets[i]).isTrue();
    }
    SEEN[style.ordinal()]++;
  }

  @AfterContainer
  static void everyStyleWasSeenOften() {
    assertThat(Arrays.stream(SEEN).boxed()).allMatch(count -> count > 200);
  }

  private static ScalarNode read(String text) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    try {
      List<NodeTuple> tuples = ((MappingNode) yaml.compose(new StringReader(text))).getValue();
      return tuples.size() == 3 && tuples.get(1).getValueNode() instanceof ScalarNode scalar
          ? scalar
          : null;
    } catch (YAMLException e) {
      return null;
    }
  }

  @Provide
  Arbitrary<String> scalars() {
    return Arbitraries.oneOf(blocks(), quoted('\'', "''"), quoted('"', "\\\""), plain());
  }

  private static Arbitrary<String> blocks() {
    Arbitrary<String> header =
        Combinators.combine(
                Arbitraries.of("|", ">"),
                Arbitraries.of("", "+", "-"),
                Arbitraries.of("", "1", "2", "4"),
                Arbitraries.of("", " ", " # a - + comment"),
                Arbitraries.of(true, false))
            .as(
                (s, chomp, indent, end, swap) ->
                    s + (swap ? chomp + indent : indent + chomp) + end);
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.of("", " ", "  ", "    ", "      ", "\t", "    \t"),
                Arbitraries.of("", "", "abc", "d  e", "f\tg ", "# h", "i\u00e9j", "- k: l"))
            .as((blanks, rest) -> blanks + rest);
    return Combinators.combine(header, line.list().ofMaxSize(6), lineEnds())
        .as((head, lines, end) -> head + end + String.join(end, indented(lines)) + end);
  }

  /** Half of the lines get an indentation that belongs to the scalar. */
  private static List<String> indented(List<String> lines) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      all.add((i % 2 == 0 ? "    " : "") + lines.get(i));
    }
    return all;
  }

  private static Arbitrary<String> quoted(char quote, String escape) {
    List<String> parts =
        new ArrayList<>(List.of("abc", "d", "'", " ", "  ", "\t", ": ", " #", "\u00e9"));
    parts.add(escape);
    if (quote == '"') {
      parts.addAll(
          List.of("\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\\\", "\\\n  ", "\\ ", "\\/"));
    } else {
      parts.remove("'");
    }
    return lines(parts).map(text -> quote + text + quote);
  }

  private static Arbitrary<String> plain() {
    return lines(
            List.of("abc", "d", "'", "\"", " ", "  ", "\t", "#", ",", "]", "\u00e9", ":x", "-"))
        .map(text -> "p" + text);
  }

  private static Arbitrary<String> lines(List<String> parts) {
    Arbitrary<String> part = Arbitraries.of(parts);
    Arbitrary<String> line = part.list().ofMaxSize(5).map(p -> String.join("", p));
    return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(4), lineEnds())
        .as((lines, end) -> String.join(end + "    ", lines).replace("\\\n", "\\" + end));
  }

  private static Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n");
  }
}
