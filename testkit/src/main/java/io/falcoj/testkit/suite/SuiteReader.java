package io.falcoj.testkit.suite;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code *.test.yaml} files. Unknown keys are errors: a typo must not weaken a test. */
public final class SuiteReader {
  private static final Set<String> SUITE_KEYS = ordered("rules", "matching", "tests");
  private static final Set<String> TEST_KEYS = ordered("name", "events", "expect");
  private static final Set<String> EXPECT_KEYS = ordered("rule", "count", "priority");
  private static final Set<String> RANGE_KEYS = ordered("min", "max");

  private SuiteReader() {}

  /**
   * Reads every document of a test file.
   *
   * @throws SuiteException when the text is no test file; the message says where and why
   * @throws IOException when the file cannot be read
   */
  public static List<RuleTestSuite> read(Path file) throws IOException, SuiteException {
    List<RuleTestSuite> suites = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (Node document : new Yaml(new LoaderOptions()).composeAll(reader)) {
        suites.add(suite(file, document));
      }
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new SuiteException(
          file,
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new SuiteException(file, 1, 1, String.valueOf(e.getMessage()));
    }
    return suites;
  }

  private static RuleTestSuite suite(Path file, Node document) throws SuiteException {
    YamlMap map = new YamlMap(file, document, SUITE_KEYS);
    Path folder = file.toAbsolutePath().resolveSibling("");
    List<Path> rules = new ArrayList<>();
    for (Node path : map.list("rules")) {
      rules.add(folder.resolve(map.text(path)).normalize());
    }
    List<RuleTest> tests = new ArrayList<>();
    for (Node test : map.list("tests")) {
      tests.add(test(file, folder, test));
    }
    return new RuleTestSuite(file, rules, matchAll(map), tests);
  }

  private static boolean matchAll(YamlMap map) throws SuiteException {
    Node value = map.node("matching");
    if (value == null) {
      return false;
    }
    return switch (map.text(value)) {
      case "first" -> false;
      case "all" -> true;
      default -> throw map.at(value, "'matching' is first or all");
    };
  }

  private static RuleTest test(Path file, Path folder, Node node) throws SuiteException {
    YamlMap map = new YamlMap(file, node, TEST_KEYS);
    List<Expectation> expected = new ArrayList<>();
    if (!map.has("expect")) {
      throw map.at(node, "key 'expect' is missing; `expect: []` says that nothing may fire");
    }
    for (Node expectation : map.list("expect")) {
      expected.add(expectation(file, expectation));
    }
    Path events = folder.resolve(map.text("events")).normalize();
    return new RuleTest(map.text("name"), map.line(), events, expected);
  }

  private static Expectation expectation(Path file, Node node) throws SuiteException {
    YamlMap map = new YamlMap(file, node, EXPECT_KEYS);
    int min = 1;
    int max = Integer.MAX_VALUE;
    Node count = map.node("count");
    if (count instanceof MappingNode) {
      YamlMap range = new YamlMap(file, count, RANGE_KEYS);
      min = range.count("min", 0);
      max = range.count("max", Integer.MAX_VALUE);
    } else if (count != null) {
      min = map.count(count);
      max = min;
    }
    String priority = map.has("priority") ? map.text("priority") : null;
    return new Expectation(map.text("rule"), min, max, priority);
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
