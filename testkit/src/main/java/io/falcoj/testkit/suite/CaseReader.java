package io.falcoj.testkit.suite;

import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.yaml.ScenarioReader;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the cases of a test file. */
final class CaseReader {
  private static final List<String> EVENT_KEYS = List.of("events", "scenario", "audit");
  static final List<String> KEYS = List.of("name", "todo", "events", "scenario", "audit", "expect");

  /** Stands for events that are not understood; the case will not run. */
  private static final Fixture NO_EVENTS = new Fixture.AuditEvents("[]");

  private final Path folder;
  private final Faults faults;

  /** Line of each name's first case. */
  private final Map<String, Integer> names = new HashMap<>();

  /**
   * @param folder where relative paths start
   */
  CaseReader(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /** The case; of one with mistakes, which were noted, what could be understood. */
  RuleTest read(Node node) {
    YamlMap map = new YamlMap(node, KEYS, faults);
    String name = faults.read(() -> name(map));
    String todo = faults.read(() -> todo(map));
    Fixture events = faults.read(() -> events(map));
    List<Expectation> expected = new ArrayList<>();
    faults.attempt(() -> expected(map, expected));
    return new RuleTest(
        name == null ? "" : name,
        faults.place(node),
        todo,
        events == null ? NO_EVENTS : events,
        expected);
  }

  private String name(YamlMap map) {
    String name = map.text("name");
    if (name.isBlank()) {
      throw new FaultException(map.require("name"), "a case needs a name");
    }
    Integer before = names.putIfAbsent(name, map.line());
    if (before != null) {
      throw new FaultException(
          FaultCode.DUPLICATE_NAME,
          map.require("name"),
          "the case in line " + before + " has this name already",
          "names tell cases of a file apart");
    }
    return name;
  }

  private static @Nullable String todo(YamlMap map) {
    Node value = map.find("todo");
    if (value != null && (YamlValue.isNull(value) || YamlValue.text(value).isBlank())) {
      throw new FaultException(value, "'todo' says why the case is known to fail");
    }
    return value == null ? null : YamlValue.text(value);
  }

  private @Nullable Fixture events(YamlMap map) {
    List<String> given = EVENT_KEYS.stream().filter(map::has).toList();
    if (given.isEmpty()) {
      throw new FaultException(
          FaultCode.MISSING_KEY,
          map.node(),
          "key 'events' is missing",
          "`scenario` or `audit` can stand for it");
    }
    if (given.size() > 1) {
      throw new FaultException(
          Objects.requireNonNull(map.find(given.get(1))),
          "a case has either " + String.join(" or ", given));
    }
    Node value = map.require(given.get(0));
    return switch (given.get(0)) {
      case "scenario" -> {
        Scenario scenario = ScenarioReader.read(value, faults);
        if (scenario != null && scenario.steps().isEmpty()) {
          throw new FaultException(value, "the scenario has no steps: there is nothing to judge");
        }
        yield scenario == null ? null : new Fixture.Told(scenario);
      }
      case "audit" -> new Fixture.AuditEvents(AuditJson.of(value));
      default -> recording(value);
    };
  }

  private Fixture recording(Node value) {
    String text = YamlValue.text(value);
    Path path = folder.resolve(text).normalize();
    if (!Files.isRegularFile(path)) {
      throw new FaultException(
          FaultCode.MISSING_FILE, value, "no such file", SuiteReader.missing(path));
    }
    return new Fixture.Recording(path);
  }

  private void expected(YamlMap map, List<Expectation> expected) {
    if (!map.has("expect")) {
      throw new FaultException(
          FaultCode.MISSING_KEY,
          map.node(),
          "key 'expect' is missing",
          "`expect: []` says that nothing may fire");
    }
    ExpectationReader reader = new ExpectationReader(faults);
    for (Node node : map.list("expect")) {
      faults.attempt(() -> expected.add(reader.read(node)));
    }
  }
}
