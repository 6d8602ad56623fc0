package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.ProcessTree;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioCheck;
import io.falcoj.testkit.scenario.scap.ScenarioCheck.Finding;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a scenario as it is written in test files.
 *
 * <pre>{@code
 * containers: {web: {id: 3ad7b26ded6d, image: "docker.io/library/nginx:1.27"}}
 * processes:
 *   - {pid: 200, exe: /usr/sbin/nginx, container: web, user: {uid: 101, name: nginx}}
 * steps:
 *   - {pid: 200, execve: {exe: /bin/sh, args: [-c, id], tty: 0}}
 *   - {pid: 200, openat: {path: /etc/shadow, flags: [O_RDONLY], returns: EACCES}}
 * }</pre>
 */
public final class ScenarioReader {
  private static final List<String> KEYS =
      List.of("host", "start", "users", "containers", "processes", "steps");
  private static final String HOST = "scenario";

  private final Faults faults;
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private final UserReader users;
  private final ProcessReader processes;
  private final List<ReadStep> steps = new ArrayList<>();

  private ScenarioReader(Faults faults) {
    this.faults = faults;
    this.users = new UserReader(faults);
    this.processes = new ProcessReader(containers, users, faults);
  }

  /**
   * Reads a scenario.
   *
   * @param faults told of every mistake
   * @return null when there is a mistake
   */
  public static @Nullable Scenario read(Node node, Faults faults) {
    int before = faults.size();
    Scenario scenario = faults.read(() -> new ScenarioReader(faults).scenario(node));
    return faults.size() == before ? scenario : null;
  }

  /** The steps that are no events of the event table and no system calls. */
  public static List<String> stepNames() {
    return Compound.names();
  }

  private @Nullable Scenario scenario(Node node) {
    int before = faults.size();
    YamlMap map = new YamlMap(node, KEYS, faults);
    faults.attempt(() -> map.list("users").forEach(users::declare));
    faults.attempt(() -> map.entries("containers").forEach(this::container));
    faults.attempt(() -> map.list("processes").forEach(processes::read));
    processes.check();
    StepReader stepReader = new StepReader(containers, users, faults);
    faults.attempt(() -> map.list("steps").forEach(step -> stepReader.read(step, steps)));
    Instant start = faults.read(() -> start(map));
    if (start == null || !ProcessTree.problems(processes.specs()).isEmpty()) {
      return null;
    }
    Scenario scenario =
        new Scenario(
            map.text("host", HOST),
            start,
            users.all(),
            List.copyOf(containers.values()),
            ProcessTree.of(processes.specs()),
            steps.stream().map(ReadStep::step).toList());
    check(scenario, faults.size() > before);
    return scenario;
  }

  private void container(String name, Node node) {
    Container container = faults.read(() -> ContainerReader.read(name, node, faults));
    if (container != null) {
      containers.put(name, container);
    }
  }

  private static Instant start(YamlMap map) {
    Node node = map.find("start");
    if (node == null) {
      return ScenarioBuilder.START;
    }
    try {
      return Instant.parse(map.text("start"));
    } catch (DateTimeParseException e) {
      throw new FaultException(
          node, "'" + map.text("start") + "' is no time, such as " + ScenarioBuilder.START);
    }
  }

  /**
   * Tells of steps that cannot be.
   *
   * @param incomplete when parts of the scenario are missing because they are wrong: threads may be
   *     missing for that reason
   */
  private void check(Scenario scenario, boolean incomplete) {
    for (Finding finding : ScenarioCheck.findings(scenario)) {
      ReadStep step = steps.get(finding.step());
      if (finding.param() != null) {
        faults.add(step.placeOf(finding.param()), finding.message());
      } else if (!incomplete) {
        faults.add(step.actor(), finding.message());
      }
    }
  }
}
