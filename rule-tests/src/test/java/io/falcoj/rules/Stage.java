package io.falcoj.rules;

import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.User;

/**
 * The machine on which all fixtures play: a shop's web server in a container, and somebody who is
 * logged in beside it.
 *
 * <pre>
 * systemd 1 ─┬─ cron 401
 *            ├─ sshd 402 ── sshd 1490 ── bash 1500 (alice, on a terminal)
 *            └─ containerd-shim 700 ─┬─ nginx 812 (container web) ── nginx 813 (www-data)
 *                                    └─ supervisord 840 (container web)
 * </pre>
 */
final class Stage {
  /** {@code /dev/pts/0}. */
  static final long TERMINAL = 34_816;

  private static final String SHIM = "/usr/bin/containerd-shim-runc-v2";

  final ScenarioBuilder scenario = Scenario.on("shop-1");
  final User wwwData = scenario.user(33, "www-data");
  final User alice = scenario.user(1000, "alice");
  final Container web =
      scenario.container("5f1c0d9a7be2", "shop-web", "docker.io/library/nginx:1.27");
  final Actor cron = scenario.process(401, "/usr/sbin/cron");
  final Actor sshd = scenario.process(402, "/usr/sbin/sshd");
  final Actor shim = scenario.process(700, SHIM, p -> p.named("containerd-shim"));
  final Actor nginx = scenario.process(812, "/usr/sbin/nginx", p -> p.under(700).in(web));
  final Actor worker =
      scenario.process(813, "/usr/sbin/nginx", p -> p.under(812).in(web).as(wwwData));

  /** Starts programs in the container that the server has nothing to do with. */
  final Actor supervisor = scenario.process(840, "/usr/bin/supervisord", p -> p.under(700).in(web));

  final Actor bash;

  Stage() {
    scenario.process(1490, "/usr/sbin/sshd", p -> p.under(402));
    bash =
        scenario.process(
            1500,
            "/bin/bash",
            p -> p.under(1490).as(alice).tty(TERMINAL).cwd("/home/alice").args("-l"));
  }

  /** A process of that parent runs a program. */
  static Actor run(Actor parent, long pid, String exe, String... args) {
    Actor child = parent.fork(pid);
    child.execve(exe, args);
    return child;
  }

  Scenario build() {
    return scenario.build();
  }
}
