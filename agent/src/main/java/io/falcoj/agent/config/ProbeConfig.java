package io.falcoj.agent.config;

import java.util.List;
import java.util.Set;

/**
 * How the probe runs, and what happens when it loses events.
 *
 * @param wanted whether {@code engine.kind} asks for it
 * @param unwanted whether {@code engine.kind} rules it out
 * @param ringBytes size of the ring of each processor
 * @param dataBytes how much is kept of what is read and written
 * @param customSet {@code base_syscalls.custom_set}
 * @param repair {@code base_syscalls.repair}
 * @param all {@code base_syscalls.all}
 * @param pushdown {@code probe.pushdown}: whether the kernel leaves out what nobody needs
 */
public record ProbeConfig(
    boolean wanted,
    boolean unwanted,
    int ringBytes,
    int dataBytes,
    List<String> customSet,
    boolean repair,
    boolean all,
    boolean pushdown,
    Drops drops) {
  /** What is done about lost events. */
  public enum DropAction {
    IGNORE,
    LOG,
    ALERT,
    EXIT
  }

  /**
   * The keys of {@code syscall_event_drops}.
   *
   * @param threshold share of the events of a second that may be lost without anything being done
   * @param rate how often a second something is done, on average
   * @param maxBurst how often at once
   * @param simulate whether every second is taken for one with losses
   */
  public record Drops(
      double threshold, Set<DropAction> actions, double rate, double maxBurst, boolean simulate) {
    public Drops {
      actions = Set.copyOf(actions);
    }
  }

  public ProbeConfig {
    customSet = List.copyOf(customSet);
  }
}
