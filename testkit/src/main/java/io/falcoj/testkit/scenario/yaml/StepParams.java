package io.falcoj.testkit.scenario.yaml;

import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Step;
import io.falcoj.testkit.scenario.User;
import io.falcoj.testkit.scenario.Value;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The parameters of a step while they are read, by their names in the event table. */
final class StepParams {
  private final StepHead head;
  private final String name;
  private final Call call;
  private final Node place;
  private final Map<String, Container> containers;
  private final UserReader users;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Value> defaults = new LinkedHashMap<>();
  private final Map<String, Node> places = new LinkedHashMap<>();
  private @Nullable Node from;
  private @Nullable Node to;

  StepParams(
      StepHead head,
      String name,
      Call call,
      Node place,
      Map<String, Container> containers,
      UserReader users) {
    this.head = head;
    this.name = name;
    this.call = call;
    this.place = place;
    this.containers = containers;
    this.users = users;
  }

  Call call() {
    return call;
  }

  /** Adds a parameter, or what a key of {@link Sugar} means. */
  void put(NodeTuple entry) {
    put(YamlValue.text(entry.getKeyNode()), entry.getKeyNode(), entry.getValueNode());
  }

  void put(String key, Node keyNode, Node value) {
    Sugar sugar = Sugar.of(key, call);
    if (sugar != null) {
      sugar.put(this, value);
      return;
    }
    ParamDef param = call.param(key);
    if (param == null) {
      throw new FaultException(
          FaultCode.UNKNOWN_KEY,
          keyNode,
          "unknown parameter '%s' of %s".formatted(key, name),
          Known.hint(key, knownKeys()));
    }
    set(param.name(), ValueReader.read(call, param, value), value);
  }

  /**
   * Sets a parameter.
   *
   * @throws FaultException when it is set already
   */
  void set(String param, Value value, Node where) {
    if (values.putIfAbsent(param, value) != null) {
      throw new FaultException(where, "parameter '" + param + "' is given twice");
    }
    places.put(param, where);
  }

  /** Sets a parameter unless the step gives it. */
  void setDefault(String param, Value value) {
    defaults.putIfAbsent(param, value);
  }

  void from(Node end) {
    from = end;
  }

  void to(Node end) {
    to = end;
  }

  Container container(Node node) {
    Container container = ProcessReader.container(node, containers);
    if (container == null) {
      throw new FaultException(node, "expected the name of a container");
    }
    return container;
  }

  User user(Node node) {
    return users.read(node);
  }

  /** Adds what several keys mean together. */
  void complete() {
    Node end = to != null ? to : from;
    if (end != null) {
      set("tuple", Value.of(Ends.tuple(from, to)), end);
    }
  }

  private Set<String> knownKeys() {
    Set<String> keys = new LinkedHashSet<>();
    for (String general : List.of(Step.PATH, Step.RESULT)) {
      if (call.param(general) != null) {
        keys.add(general);
      }
    }
    keys.addAll(Sugar.keysOf(call));
    call.type().params().forEach(param -> keys.add(param.name()));
    return keys;
  }

  ReadStep build() {
    defaults.forEach(values::putIfAbsent);
    return new ReadStep(
        new Step(head.tid(), name, values, head.pause()), head.place(), place, places);
  }
}
