package io.falcoj.testkit.suite;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlFile;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code *.test.yaml} files. Unknown keys are errors: a typo must not weaken a test. All
 * mistakes are told at once.
 */
public final class SuiteReader {
  static final List<String> SUITE_KEYS = List.of("rules", "matching", "only", "tests");
  private static final List<String> MATCHING = List.of("first", "all");

  private final Path file;
  private final Faults faults;
  private final CaseReader cases;

  private SuiteReader(Path file, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.cases = new CaseReader(folder(), faults);
  }

  /**
   * Reads every document of a test file.
   *
   * @throws SuiteException when the text is no test file; the message says where and why
   * @throws IOException when the file cannot be read
   */
  public static List<RuleTestSuite> read(Path file) throws IOException, SuiteException {
    List<Fault> mistakes = new ArrayList<>();
    List<RuleTestSuite> suites = read(file, mistakes);
    if (!mistakes.isEmpty()) {
      throw new SuiteException(mistakes);
    }
    return suites;
  }

  /**
   * Reads every document of a test file. When there are mistakes, what is returned is what could be
   * understood: good for finding further mistakes only.
   *
   * @param mistakes told of what cannot be understood
   * @throws IOException when the file cannot be read
   */
  public static List<RuleTestSuite> read(Path file, List<Fault> mistakes) throws IOException {
    YamlFile yaml = new YamlFile(SourceFile.decode(file.toString(), Files.readAllBytes(file)));
    Faults faults = new Faults(yaml);
    SuiteReader reader = new SuiteReader(file, faults);
    List<RuleTestSuite> suites = new ArrayList<>();
    List<Node> documents = yaml.documents(faults);
    for (Node document : documents) {
      RuleTestSuite suite = faults.read(() -> reader.suite(document));
      if (suite != null) {
        suites.add(suite);
      }
    }
    mistakes.addAll(faults.all());
    if (documents.isEmpty() && faults.isEmpty()) {
      SourceSpan begin = new SourceSpan(yaml.source(), 0, 0);
      mistakes.add(new Fault(FaultCode.NO_TESTS, begin, "the file has no tests", null));
    }
    return suites;
  }

  private Path folder() {
    return file.toAbsolutePath().resolveSibling("");
  }

  private RuleTestSuite suite(Node document) {
    YamlMap map = new YamlMap(document, SUITE_KEYS, faults);
    List<Path> rules = new ArrayList<>();
    faults.attempt(() -> rules(map, rules));
    Boolean all = faults.read(() -> matchAll(map));
    Node only = map.find("only");
    Selection selection =
        only == null ? null : faults.read(() -> SelectionReader.read(only, faults));
    List<RuleTest> tests = new ArrayList<>();
    List<Node> items = map.list("tests");
    if (items.isEmpty()) {
      faults.add(FaultCode.NO_TESTS, document, "the suite has no tests", null);
    }
    for (Node node : items) {
      RuleTest test = faults.read(() -> cases.read(node));
      if (test != null) {
        tests.add(test);
      }
    }
    return new RuleTestSuite(file, rules, Boolean.TRUE.equals(all), selection, tests);
  }

  private void rules(YamlMap map, List<Path> rules) {
    List<Node> items = map.list("rules");
    if (map.has("rules") && items.isEmpty()) {
      throw new FaultException(
          FaultCode.VALUE,
          map.require("rules"),
          "'rules' names no rule files",
          "leave it out for the project's rules");
    }
    for (Node item : items) {
      Path path = folder().resolve(YamlValue.text(item)).normalize();
      if (!Files.exists(path)) {
        faults.add(FaultCode.MISSING_FILE, item, "no such rule file or folder", missing(path));
      }
      rules.add(path);
    }
  }

  /** Names the place that was looked at, which need not be where its author thinks. */
  static String missing(Path path) {
    Path folder = path.getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    return "looked for " + path + (folder == null ? "" : Siblings.hint(path, folder));
  }

  private static boolean matchAll(YamlMap map) {
    Node value = map.find("matching");
    String text = value == null ? "first" : YamlValue.text(value);
    if (!MATCHING.contains(text)) {
      throw new FaultException(
          FaultCode.VALUE,
          map.require("matching"),
          "'matching' is first or all",
          Known.nearest(text, MATCHING));
    }
    return text.equals("all");
  }

  static @Nullable String text(YamlMap map, String key) {
    return map.has(key) ? map.text(key) : null;
  }
}
