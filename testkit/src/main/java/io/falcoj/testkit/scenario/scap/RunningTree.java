package io.falcoj.testkit.scenario.scap;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.ProcessSpec;
import io.falcoj.testkit.scenario.ProcessTree;
import io.falcoj.testkit.scenario.ScenarioException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The threads that run at a point of the scenario. */
final class RunningTree {
  private final Map<Long, RunningThread> threads = new LinkedHashMap<>();
  private final Map<String, Long> lastIdInContainer = new HashMap<>();

  RunningTree(ProcessTree processes) {
    for (ProcessSpec spec : processes.all()) {
      Container container = spec.container();
      String namespace = container == null ? "" : container.fullId();
      threads.put(spec.pid(), new RunningThread(spec, virtualId(namespace, spec.pid())));
    }
  }

  Collection<RunningThread> all() {
    return threads.values();
  }

  RunningThread require(long tid) {
    RunningThread thread = threads.get(tid);
    if (thread == null) {
      throw new ScenarioException(
          "thread " + tid + " does not run: it is not in the tree, and no step has made it");
    }
    return thread;
  }

  /** Makes a child, or a thread of the same process. */
  RunningThread spawn(RunningThread caller, long tid, boolean sameProcess) {
    if (threads.containsKey(tid)) {
      throw new ScenarioException("thread " + tid + " runs already");
    }
    long virtual = virtualId(caller.namespace, tid);
    RunningThread made = sameProcess ? caller.sibling(tid, virtual) : caller.child(tid, virtual);
    threads.put(tid, made);
    return made;
  }

  void replace(RunningThread thread) {
    threads.put(thread.tid, thread);
  }

  void remove(long tid) {
    threads.remove(tid);
  }

  /** Inside of a container, ids are counted from 1. */
  private long virtualId(String namespace, long tid) {
    return namespace.isEmpty() ? tid : lastIdInContainer.merge(namespace, 1L, Long::sum);
  }
}
