package io.falcoj.testkit.scenario;

import java.time.Instant;
import java.util.List;

/**
 * What was on a machine, and what happened then. Equal scenarios give equal bytes: all times follow
 * from {@code start}.
 *
 * @param host name of the machine
 * @param start time of the first step, less its pause
 * @param processes the tree before the first step
 */
public record Scenario(
    String host,
    Instant start,
    List<User> users,
    List<Container> containers,
    ProcessTree processes,
    List<Step> steps) {

  public Scenario {
    users = List.copyOf(users);
    containers = List.copyOf(containers);
    steps = List.copyOf(steps);
  }

  /**
   * Begins the description of a scenario.
   *
   * <pre>{@code
   * ScenarioBuilder web = Scenario.on("web-1");
   * Actor nginx = web.process(812, "/usr/sbin/nginx");
   * Actor shell = nginx.fork(901);
   * shell.execve("/bin/sh", "-c", "id");
   * shell.openat("/etc/shadow", "O_RDONLY").returns("EACCES");
   * ScenarioWriter.write(web.build(), Path.of("web.scap.gz"));
   * }</pre>
   */
  public static ScenarioBuilder on(String host) {
    return new ScenarioBuilder(host);
  }
}
