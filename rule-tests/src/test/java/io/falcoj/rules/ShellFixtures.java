package io.falcoj.rules;

import io.falcoj.testkit.scenario.Actor;

/** Events for the rules of {@code shells.yaml}. */
final class ShellFixtures {
  private static final String SERVER = "shell-started-by-a-server-program/";
  private static final String TERMINAL = "shell-with-a-terminal-in-a-container/";
  private static final String MEMORY = "program-run-from-memory/";
  private static final String STREAMS = "standard-streams-connected-to-the-network/";
  private static final String OUTSIDE = "172.17.0.2:40112->203.0.113.9:4444";

  private ShellFixtures() {}

  static void addTo(Fixtures fixtures) {
    serverShells(fixtures);
    terminals(fixtures);
    memory(fixtures);
    streams(fixtures);
  }

  private static void serverShells(Fixtures fixtures) {
    fixtures.add(SERVER + "nginx-starts-sh", s -> Stage.run(s.worker, 2101, "/bin/sh", "-c", "id"));
    fixtures.add(
        SERVER + "versioned-php-fpm-starts-sh",
        s -> {
          Actor php = s.scenario.process(830, "/usr/sbin/php-fpm8.2", p -> p.under(812).in(s.web));
          Stage.run(php, 2101, "/bin/sh", "-c", "id");
        });
    fixtures.add(SERVER + "cron-starts-sh", s -> Stage.run(s.cron, 2101, "/bin/sh", "-c", "true"));
    fixtures.add(
        SERVER + "nginx-starts-a-helper", s -> Stage.run(s.worker, 2101, "/usr/bin/gzip", "-9"));
    fixtures.add(
        SERVER + "nginx-finds-no-shell",
        s -> s.worker.fork(2101).execve("/bin/sh", "-c", "id").returns("ENOENT"));
  }

  private static void terminals(Fixtures fixtures) {
    fixtures.add(
        TERMINAL + "docker-exec-bash",
        s -> {
          Actor runc = Stage.run(s.shim, 2201, "/usr/bin/runc", "exec");
          runc.execve("/bin/bash").in(s.web).tty(Stage.TERMINAL);
        });
    fixtures.add(
        TERMINAL + "script-without-terminal",
        s -> Stage.run(s.supervisor, 2201, "/bin/sh", "-c", "id"));
    fixtures.add(
        TERMINAL + "shell-with-terminal-on-the-host",
        s -> Stage.run(s.bash, 2201, "/bin/sh", "-c", "id"));
    fixtures.add(
        TERMINAL + "command-not-found-in-the-shell",
        s -> {
          Actor shell =
              s.scenario.process(
                  2200, "/bin/bash", p -> p.under(700).in(s.web).tty(Stage.TERMINAL));
          shell.fork(2201).execve("/usr/bin/vim").returns("ENOENT");
        });
  }

  private static void memory(Fixtures fixtures) {
    fixtures.add(
        MEMORY + "python-runs-a-memory-file",
        s -> {
          Actor python = Stage.run(s.bash, 2301, "/usr/bin/python3", "loader.py");
          python.memfdCreate(3, "kworker");
          python.write(3, "\u007fELF");
          python.execMemfd(3, "kworker");
        });
    fixtures.add(
        MEMORY + "memory-file-that-is-not-run",
        s -> {
          Actor python = Stage.run(s.bash, 2301, "/usr/bin/python3", "cache.py");
          python.memfdCreate(3, "cache");
          python.write(3, "cached");
          python.close(3);
        });
    fixtures.add(
        MEMORY + "container-runtime-clones-itself",
        s -> {
          Actor runc = Stage.run(s.shim, 2301, "/usr/bin/runc", "init");
          runc.memfdCreate(3, "runc_cloned:/proc/self/exe");
          runc.execMemfd(3, "runc_cloned:/proc/self/exe", "init");
        });
    fixtures.add(
        MEMORY + "runtimes-name-from-elsewhere",
        s -> {
          Actor python = Stage.run(s.bash, 2301, "/usr/bin/python3", "loader.py");
          python.memfdCreate(3, "runc_cloned:/proc/self/exe");
          python.execMemfd(3, "runc_cloned:/proc/self/exe", "init");
        });
  }

  private static void streams(Fixtures fixtures) {
    fixtures.add(
        STREAMS + "shell-on-a-connection",
        s -> {
          Actor shell = Stage.run(s.supervisor, 2401, "/bin/sh", "-i");
          shell.socket(3, "AF_INET");
          shell.connect(3, OUTSIDE);
          shell.dup2(3, 0);
          shell.dup2(3, 1);
          shell.dup3(3, 2);
        });
    fixtures.add(
        STREAMS + "duplicate-that-is-no-standard-stream",
        s -> {
          s.worker.socket(5, "AF_INET");
          s.worker.connect(5, OUTSIDE);
          s.worker.dup(5, 9);
          s.worker.close(9);
        });
    fixtures.add(
        STREAMS + "shell-pipe",
        s -> {
          Actor shell = s.bash.fork(2401);
          shell.event("pipe2").with("fd1", 4).with("fd2", 5);
          shell.dup2(5, 1);
        });
    fixtures.add(
        STREAMS + "sshd-serves-a-login",
        s -> {
          Actor child = s.sshd.fork(2401);
          child.accept(4, "198.51.100.7:50022->192.0.2.10:22");
          child.dup2(4, 0);
        });
  }
}
