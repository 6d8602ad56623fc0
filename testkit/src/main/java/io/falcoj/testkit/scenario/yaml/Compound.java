package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Step;
import io.falcoj.testkit.scenario.Value;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Steps that are told in one and are something else in the event table. */
enum Compound {
  /** A process is made and starts a program: {@code spawn: {pid: 901, exe: /bin/sh}}. */
  SPAWN("spawn") {
    @Override
    void read(StepHead head, NodeTuple entry, StepReader reader, List<ReadStep> steps) {
      StepParams clone = reader.begin(head, "clone", Call.named("clone"), entry);
      Node child = null;
      List<NodeTuple> params = YamlParams.of(entry, "spawn");
      for (NodeTuple param : params) {
        if (YamlValue.text(param.getKeyNode()).equals("pid")) {
          child = param.getValueNode();
        }
      }
      if (child == null) {
        throw new FaultException(entry.getKeyNode(), "spawn needs 'pid', the process that is made");
      }
      Sugar.CHILD.put(clone, child);
      steps.add(clone.build());
      StepHead started = new StepHead(YamlValue.number(child), child, Step.PAUSE);
      StepParams execve = reader.begin(started, "execve", Call.named("execve"), entry);
      for (NodeTuple param : params) {
        if (param.getValueNode() != child) {
          reader.faults().attempt(() -> execve.put(param));
        }
      }
      steps.add(execve.build());
    }
  },
  /** The process ends: {@code exit: {code: 1}}, or by a signal. */
  EXIT("exit") {
    private static final List<String> KEYS = List.of("code", "signal");

    @Override
    void read(StepHead head, NodeTuple entry, StepReader reader, List<ReadStep> steps) {
      StepParams exit = reader.begin(head, "procexit", Call.named("procexit"), entry);
      Node node = entry.getValueNode();
      if (!YamlValue.isNull(node)) {
        YamlMap map = new YamlMap(node, KEYS, reader.faults());
        exit.setDefault("ret", Value.of(map.number("code", 0)));
        Node signal = map.find("signal");
        if (signal != null) {
          Sugar.SIGNAL.put(exit, signal);
        }
      }
      steps.add(exit.build());
    }
  };

  private final String key;

  Compound(String key) {
    this.key = key;
  }

  abstract void read(StepHead head, NodeTuple entry, StepReader reader, List<ReadStep> steps);

  static @Nullable Compound named(String name) {
    return Stream.of(values()).filter(form -> form.key.equals(name)).findFirst().orElse(null);
  }

  static List<String> names() {
    return Stream.of(values()).map(form -> form.key).toList();
  }
}
