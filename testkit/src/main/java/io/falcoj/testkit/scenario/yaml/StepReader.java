package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Step;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Reads {@code {pid: 200, openat: {path: /etc/shadow}, after: 2s}}: who makes the call, and the
 * call, which is an event of the event table, a system call without one, or a {@link Compound}.
 */
final class StepReader {
  private static final String EXAMPLE = "{pid: 200, openat: {path: /etc/passwd}}";

  private final Map<String, Container> containers;
  private final UserReader users;
  private final Faults faults;

  StepReader(Map<String, Container> containers, UserReader users, Faults faults) {
    this.containers = containers;
    this.users = users;
    this.faults = faults;
  }

  /** Reads a step; one that is told in one can be several. */
  void read(Node node, List<ReadStep> steps) {
    faults.attempt(() -> readWhole(node, steps));
  }

  private void readWhole(Node node, List<ReadStep> steps) {
    if (!(node instanceof MappingNode mapping)) {
      throw new FaultException(node, "expected a step, such as " + EXAMPLE);
    }
    Node actor = null;
    Duration pause = Step.PAUSE;
    NodeTuple call = null;
    for (NodeTuple entry : mapping.getValue()) {
      switch (YamlValue.text(entry.getKeyNode())) {
        case "pid", "tid" -> actor = once(actor, entry);
        case "after" -> pause = Durations.read(entry.getValueNode());
        default -> {
          if (call != null) {
            throw new FaultException(
                entry.getKeyNode(),
                "a step is one event, and this one is '%s' already"
                    .formatted(YamlValue.text(call.getKeyNode())));
          }
          call = entry;
        }
      }
    }
    if (actor == null) {
      throw new FaultException(node, "key 'pid' is missing: who does it?");
    }
    if (call == null) {
      throw new FaultException(node, "the event is missing; a step is written as " + EXAMPLE);
    }
    readCall(new StepHead(YamlValue.number(actor), actor, pause), call, steps);
  }

  private static Node once(@Nullable Node before, NodeTuple entry) {
    if (before != null) {
      throw new FaultException(entry.getKeyNode(), "a step has one 'pid' or 'tid'");
    }
    return entry.getValueNode();
  }

  private void readCall(StepHead head, NodeTuple entry, List<ReadStep> steps) {
    String name = YamlValue.text(entry.getKeyNode());
    Compound compound = Compound.named(name);
    if (compound != null) {
      compound.read(head, entry, this, steps);
      return;
    }
    Call call = Call.find(name);
    if (call == null) {
      throw new FaultException(
          FaultCode.UNKNOWN_KEY,
          entry.getKeyNode(),
          "unknown step '%s'; the events are those of `falco-run --list-events`, and %s"
              .formatted(name, String.join(", ", Compound.names())),
          Known.nearest(name, names()));
    }
    StepParams params = begin(head, name, call, entry);
    for (NodeTuple param : YamlParams.of(entry, name)) {
      faults.attempt(() -> params.put(param));
    }
    faults.attempt(params::complete);
    steps.add(params.build());
  }

  StepParams begin(StepHead head, String name, Call call, NodeTuple entry) {
    return new StepParams(head, name, call, entry.getKeyNode(), containers, users);
  }

  Faults faults() {
    return faults;
  }

  private static Collection<String> names() {
    Collection<String> names = new TreeSet<>(Call.names());
    names.addAll(Compound.names());
    return names;
  }
}
