package io.falcoj.testkit.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A scenario that is being described. Steps happen in the order in which they are told. */
public final class ScenarioBuilder {
  /** When scenarios begin that do not say. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final String host;
  private final List<User> users = new ArrayList<>(List.of(User.of(0, "root")));
  private final List<Container> containers = new ArrayList<>();
  private final List<ProcessBuilding> processes = new ArrayList<>();
  private final List<EventBuilder> steps = new ArrayList<>();
  private Instant start = START;

  ScenarioBuilder(String host) {
    this.host = host;
  }

  /** Time at which it begins. */
  public ScenarioBuilder start(Instant newStart) {
    this.start = newStart;
    return this;
  }

  /** Adds a user; root is there already. */
  public User user(long uid, String name) {
    User user = User.of(uid, name);
    users.add(user);
    return user;
  }

  /** Adds a container whose description is known from the beginning. */
  public Container container(Container container) {
    containers.add(container);
    return container;
  }

  /** Adds a container: see {@link Container#of}. */
  public Container container(String id, String name, String image) {
    return container(Container.of(id, name, image));
  }

  /** Adds a process of root, child of process 1. */
  public Actor process(long pid, String exe) {
    return process(pid, exe, process -> process);
  }

  /** Adds a process; {@code more} says what is not as {@link ProcessSpec#of} has it. */
  public Actor process(long pid, String exe, UnaryOperator<ProcessBuilding> more) {
    processes.add(more.apply(new ProcessBuilding(ProcessSpec.of(pid, exe))));
    return new Actor(this, pid);
  }

  EventBuilder step(long tid, String event) {
    EventBuilder step = new EventBuilder(tid, event);
    steps.add(step);
    return step;
  }

  /**
   * The scenario as told so far.
   *
   * @throws ScenarioException when the processes make no tree
   */
  public Scenario build() {
    return new Scenario(
        host,
        start,
        users,
        containers,
        ProcessTree.of(processes.stream().map(ProcessBuilding::build).toList()),
        steps.stream().map(EventBuilder::build).toList());
  }
}
