package io.falcoj.testkit.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes before the first step, in the order in which they were described. Process 1 is
 * always there.
 */
public final class ProcessTree {
  private static final ProcessSpec INIT = ProcessSpec.of(1, "/usr/lib/systemd/systemd");

  private final Map<Long, ProcessSpec> byPid;

  private ProcessTree(Map<Long, ProcessSpec> byPid) {
    this.byPid = byPid;
  }

  /** What of a process cannot be. */
  public enum Part {
    PID,
    PARENT
  }

  /**
   * Why processes make no tree.
   *
   * @param process index of the process that is at fault
   */
  public record Problem(int process, Part part, String message) {}

  /**
   * @throws ScenarioException for the first of the {@link #problems}
   */
  public static ProcessTree of(List<ProcessSpec> processes) {
    List<Problem> problems = problems(processes);
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems.get(0).message());
    }
    return new ProcessTree(index(processes));
  }

  /**
   * Says why processes make no tree: two have one id, a parent is not among them, or ancestors lead
   * back to their descendant. What has parent 0 needs none.
   */
  public static List<Problem> problems(List<ProcessSpec> processes) {
    List<Problem> problems = new ArrayList<>();
    Map<Long, ProcessSpec> byPid = index(processes);
    Set<Long> told = new HashSet<>();
    for (int i = 0; i < processes.size(); i++) {
      ProcessSpec process = processes.get(i);
      long pid = process.pid();
      if (pid <= 0) {
        problems.add(new Problem(i, Part.PID, "process id " + pid + ": ids begin with 1"));
      } else if (byPid.get(pid) != process) {
        problems.add(new Problem(i, Part.PID, "process " + pid + " stands twice in the tree"));
      } else if (process.parent() != 0 && !byPid.containsKey(process.parent())) {
        String message = "process %d: its parent %d is not in the tree";
        problems.add(new Problem(i, Part.PARENT, message.formatted(pid, process.parent())));
      } else if (!told.contains(pid)) {
        List<Long> circle = circle(process, byPid);
        told.addAll(circle);
        if (!circle.isEmpty()) {
          String message = "process " + pid + " is its own ancestor: " + arrows(circle, pid);
          problems.add(new Problem(i, Part.PARENT, message));
        }
      }
    }
    return problems;
  }

  private static Map<Long, ProcessSpec> index(List<ProcessSpec> processes) {
    Map<Long, ProcessSpec> byPid = new LinkedHashMap<>();
    if (processes.stream().noneMatch(process -> process.pid() == 1)) {
      byPid.put(1L, INIT);
    }
    for (ProcessSpec process : processes) {
      byPid.putIfAbsent(process.pid(), process);
    }
    return byPid;
  }

  /** The process and its ancestors up to itself; nothing where they end elsewhere. */
  private static List<Long> circle(ProcessSpec process, Map<Long, ProcessSpec> byPid) {
    List<Long> chain = new ArrayList<>();
    ProcessSpec next = process;
    while (next != null && !chain.contains(next.pid())) {
      chain.add(next.pid());
      next = byPid.get(next.parent());
    }
    return next == process ? chain : List.of();
  }

  private static String arrows(List<Long> circle, long end) {
    StringBuilder text = new StringBuilder();
    circle.forEach(pid -> text.append(pid).append(" -> "));
    return text.append(end).toString();
  }

  public Collection<ProcessSpec> all() {
    return Collections.unmodifiableCollection(byPid.values());
  }
}
