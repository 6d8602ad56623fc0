package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.ProcessSpec;
import io.falcoj.testkit.scenario.ProcessTree;
import io.falcoj.testkit.scenario.ProcessTree.Part;
import io.falcoj.testkit.scenario.ProcessTree.Problem;
import io.falcoj.testkit.scenario.User;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code {pid: 200, exe: /usr/sbin/nginx, parent: 100, container: web}}. */
final class ProcessReader {
  private static final List<String> KEYS =
      List.of("pid", "exe", "parent", "name", "args", "env", "cwd", "user", "tty", "container");

  private final Map<String, Container> containers;
  private final UserReader users;
  private final Faults faults;
  private final List<ProcessSpec> specs = new ArrayList<>();
  private final List<YamlMap> written = new ArrayList<>();

  ProcessReader(Map<String, Container> containers, UserReader users, Faults faults) {
    this.containers = containers;
    this.users = users;
    this.faults = faults;
  }

  List<ProcessSpec> specs() {
    return specs;
  }

  void read(Node node) {
    faults.attempt(
        () -> {
          YamlMap map = new YamlMap(node, KEYS, faults);
          specs.add(spec(map));
          written.add(map);
        });
  }

  /** Tells why the processes make no tree. */
  void check() {
    for (Problem problem : ProcessTree.problems(specs)) {
      YamlMap map = written.get(problem.process());
      Node place = map.find(problem.part() == Part.PID ? "pid" : "parent");
      faults.add(place == null ? map.node() : place, problem.message());
    }
  }

  private ProcessSpec spec(YamlMap map) {
    ProcessSpec plain = ProcessSpec.of(YamlValue.number(map.require("pid")), map.text("exe"));
    Node user = map.find("user");
    User as = user == null ? User.of(0, "root") : users.read(user);
    return new ProcessSpec(
        plain.pid(),
        map.number("parent", plain.parent()),
        plain.exe(),
        map.text("name", plain.name()),
        map.texts("args"),
        map.texts("env"),
        map.text("cwd", plain.cwd()),
        as.uid(),
        as.gid(),
        map.number("tty", plain.tty()),
        container(map.find("container"), containers));
  }

  /** The container of that name; null where none is given. */
  static @Nullable Container container(@Nullable Node node, Map<String, Container> containers) {
    if (node == null) {
      return null;
    }
    String name = YamlValue.text(node);
    Container container = containers.get(name);
    if (container == null) {
      throw new FaultException(
          FaultCode.VALUE,
          node,
          "unknown container '" + name + "'",
          containers.isEmpty()
              ? "the scenario declares none"
              : Known.hint(name, containers.keySet()));
    }
    return container;
  }
}
