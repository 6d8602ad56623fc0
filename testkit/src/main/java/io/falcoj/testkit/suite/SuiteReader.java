package io.falcoj.testkit.suite;

import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.yaml.ScenarioReader;
import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code *.test.yaml} files. Unknown keys are errors: a typo must not weaken a test. All
 * mistakes of a file are told at once.
 */
public final class SuiteReader {
  private static final List<String> SUITE_KEYS = List.of("rules", "matching", "tests");
  private static final List<String> EVENT_KEYS = List.of("events", "scenario", "audit");
  private static final List<String> TEST_KEYS =
      List.of("name", "events", "scenario", "audit", "expect");
  private static final List<String> EXPECT_KEYS = List.of("rule", "count", "priority");
  private static final List<String> RANGE_KEYS = List.of("min", "max");

  private final Path file;
  private final Path folder;
  private final Faults faults = new Faults();

  private SuiteReader(Path file) {
    this.file = file;
    this.folder = file.toAbsolutePath().resolveSibling("");
  }

  /**
   * Reads every document of a test file.
   *
   * @throws SuiteException when the text is no test file; the message says where and why
   * @throws IOException when the file cannot be read
   */
  public static List<RuleTestSuite> read(Path file) throws IOException, SuiteException {
    SuiteReader reader = new SuiteReader(file);
    List<RuleTestSuite> suites = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file)) {
      for (Node document : new Yaml(new LoaderOptions()).composeAll(text)) {
        RuleTestSuite suite = reader.faults.read(() -> reader.suite(document));
        if (suite != null) {
          suites.add(suite);
        }
      }
    } catch (MarkedYAMLException e) {
      throw new SuiteException(file, List.of(syntaxFault(e)));
    } catch (YAMLException e) {
      throw new SuiteException(file, List.of(new Fault(1, 1, String.valueOf(e.getMessage()))));
    }
    if (!reader.faults.isEmpty()) {
      throw new SuiteException(file, reader.faults.all());
    }
    return suites;
  }

  private static Fault syntaxFault(MarkedYAMLException e) {
    var mark = e.getProblemMark();
    return new Fault(
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        String.valueOf(e.getProblem()));
  }

  private RuleTestSuite suite(Node document) {
    YamlMap map = new YamlMap(document, SUITE_KEYS, faults);
    List<Path> rules = new ArrayList<>();
    faults.attempt(
        () -> map.texts("rules").forEach(path -> rules.add(folder.resolve(path).normalize())));
    List<RuleTest> tests = new ArrayList<>();
    for (Node node : map.list("tests")) {
      RuleTest test = faults.read(() -> test(node));
      if (test != null) {
        tests.add(test);
      }
    }
    return new RuleTestSuite(file, rules, matchAll(map), tests);
  }

  private static boolean matchAll(YamlMap map) {
    Node value = map.find("matching");
    if (value == null) {
      return false;
    }
    return switch (YamlValue.text(value)) {
      case "first" -> false;
      case "all" -> true;
      default -> throw new FaultException(value, "'matching' is first or all");
    };
  }

  private @Nullable RuleTest test(Node node) {
    YamlMap map = new YamlMap(node, TEST_KEYS, faults);
    Fixture events = faults.read(() -> events(map));
    List<Expectation> expected = new ArrayList<>();
    if (!map.has("expect")) {
      throw new FaultException(
          node, "key 'expect' is missing; `expect: []` says that nothing may fire");
    }
    for (Node expectation : map.list("expect")) {
      faults.attempt(() -> expected.add(expectation(expectation)));
    }
    String name = map.text("name");
    return events == null ? null : new RuleTest(name, map.line(), events, expected);
  }

  private @Nullable Fixture events(YamlMap map) {
    List<String> given = EVENT_KEYS.stream().filter(map::has).toList();
    if (given.size() != 1) {
      throw new FaultException(
          given.isEmpty() ? map.node() : Objects.requireNonNull(map.find(given.get(1))),
          given.isEmpty()
              ? "key 'events' is missing; `scenario` or `audit` can stand for it"
              : "a case has either " + String.join(" or ", given));
    }
    Node value = map.require(given.get(0));
    return switch (given.get(0)) {
      case "scenario" -> {
        Scenario scenario = ScenarioReader.read(value, faults);
        yield scenario == null ? null : new Fixture.Told(scenario);
      }
      case "audit" -> new Fixture.AuditEvents(AuditJson.of(value));
      default -> new Fixture.Recording(folder.resolve(YamlValue.text(value)).normalize());
    };
  }

  private Expectation expectation(Node node) {
    YamlMap map = new YamlMap(node, EXPECT_KEYS, faults);
    int min = 1;
    int max = Integer.MAX_VALUE;
    Node count = map.find("count");
    if (count instanceof MappingNode) {
      YamlMap range = new YamlMap(count, RANGE_KEYS, faults);
      min = range.has("min") ? count(range.require("min")) : 0;
      max = range.has("max") ? count(range.require("max")) : max;
    } else if (count != null) {
      min = count(count);
      max = min;
    }
    String priority = map.has("priority") ? map.text("priority") : null;
    return new Expectation(map.text("rule"), min, max, priority);
  }

  private static int count(Node value) {
    String text = YamlValue.text(value);
    if (!text.matches("\\d{1,9}")) {
      throw new FaultException(value, "'" + text + "' is not a number of alerts");
    }
    return Integer.parseInt(text);
  }
}
