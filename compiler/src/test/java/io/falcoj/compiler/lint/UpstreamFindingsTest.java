package io.falcoj.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.conformance.Corpus;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every finding on the rule files that Falco and its plugins ship, and why it is right: {@code
 * upstream-findings.tsv} has a row for each file and code. A finding that has no row, and a row
 * without a finding or a reason, is a failure; {@code -Dbaseline.update} writes the rows, new ones
 * without a reason.
 */
class UpstreamFindingsTest {
  private static final Path LIST = Path.of("src/test/resources/lint/upstream-findings.tsv");
  private static final List<String> FOLDERS = List.of("falcosecurity-rules", "falco", "plugins");

  /** The sets of today, which sites load together. */
  private static final List<String> TOGETHER =
      List.of("falco_rules.yaml", "falco-incubating_rules.yaml", "falco-sandbox_rules.yaml");

  private static final String HEAD = "falcosecurity-rules/HEAD";

  /** Of a file and a code. */
  private record Key(String files, String file, String code) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return files + "\t" + file + "\t" + code;
    }
  }

  private Path corpora = Path.of("");

  @BeforeEach
  void corpus() {
    corpora = Corpus.root().resolve("corpora");
  }

  @Test
  void everyFindingHasAReason() throws IOException {
    Map<Key, TreeSet<Integer>> found = new TreeMap<>();
    for (String folder : FOLDERS) {
      for (Path file : Corpus.files(corpora.resolve(folder), ".yaml")) {
        find("alone", List.of(file), found);
      }
    }
    Path head = corpora.resolve(HEAD);
    find("together", TOGETHER.stream().map(head::resolve).toList(), found);
    Map<String, String> reasons = new TreeMap<>();
    for (String row : Files.readAllLines(LIST)) {
      String[] cells = row.split("\t", -1);
      reasons.put(String.join("\t", List.of(cells).subList(0, 4)), cells[4]);
    }
    List<String> rows = new ArrayList<>();
    found.forEach((key, lines) -> rows.add(row(key, lines, reasons)));
    if (System.getProperty("baseline.update") != null) {
      Files.write(LIST, rows);
    }
    assertThat(rows).as("every finding in the list").isEqualTo(Files.readAllLines(LIST));
    assertThat(rows).as("every finding with a reason").noneMatch(row -> row.endsWith("\t"));
  }

  private static String row(Key key, TreeSet<Integer> lines, Map<String, String> reasons) {
    String places = lines.stream().map(String::valueOf).collect(Collectors.joining(" "));
    String found = key + "\t" + places;
    return found + "\t" + reasons.getOrDefault(found, "");
  }

  private void find(String how, List<Path> files, Map<Key, TreeSet<Integer>> found)
      throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      String name = corpora.relativize(file).toString().replace('\\', '/');
      sources.add(SourceFile.decode(name, Files.readAllBytes(file)));
    }
    for (Diagnostic d : RuleCompiler.check(sources, CompilerOptions.defaults()).diagnostics()) {
      SourceFile file = d.span().file();
      Key key = new Key(how, file.name(), d.code().label());
      int line = file.lines().line(d.span().start());
      found.computeIfAbsent(key, k -> new TreeSet<>()).add(line);
    }
  }
}
