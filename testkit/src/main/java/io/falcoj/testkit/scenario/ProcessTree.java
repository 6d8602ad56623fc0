package io.falcoj.testkit.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The processes before the first step, in the order in which they were described. Process 1 is
 * always there.
 */
public final class ProcessTree {
  private static final ProcessSpec INIT = ProcessSpec.of(1, "/usr/lib/systemd/systemd");

  private final Map<Long, ProcessSpec> byPid = new LinkedHashMap<>();

  /**
   * @throws ScenarioException when two processes have one id, or a parent is not in the tree; what
   *     has parent 0 needs none
   */
  public static ProcessTree of(Collection<ProcessSpec> processes) {
    ProcessTree tree = new ProcessTree();
    if (processes.stream().noneMatch(process -> process.pid() == 1)) {
      tree.byPid.put(1L, INIT);
    }
    for (ProcessSpec process : processes) {
      if (process.pid() <= 0) {
        throw new ScenarioException("process id " + process.pid() + ": ids begin with 1");
      }
      if (tree.byPid.putIfAbsent(process.pid(), process) != null) {
        throw new ScenarioException("process " + process.pid() + " stands twice in the tree");
      }
    }
    for (ProcessSpec process : processes) {
      if (process.parent() != 0 && !tree.byPid.containsKey(process.parent())) {
        throw new ScenarioException(
            "process "
                + process.pid()
                + ": its parent "
                + process.parent()
                + " is not in the tree");
      }
    }
    return tree;
  }

  public Collection<ProcessSpec> all() {
    return Collections.unmodifiableCollection(byPid.values());
  }
}
