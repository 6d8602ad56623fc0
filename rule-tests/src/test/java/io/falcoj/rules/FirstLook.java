package io.falcoj.rules;

import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import java.time.Duration;

/**
 * The capture that {@code falco-run} replays when it is given nothing else: a web server is
 * attacked, and everything that follows from it.
 */
final class FirstLook {
  private static final String ATTACKER = "203.0.113.9";
  private static final String REQUEST = "GET /search?q=$(id) HTTP/1.1\r\nHost: shop\r\n\r\n";

  private final Stage stage = new Stage();

  private FirstLook() {}

  static Scenario scenario() {
    FirstLook story = new FirstLook();
    story.everydayWork();
    Actor shell = story.commandInjection();
    story.reverseShell(shell);
    Actor implant = story.implant(shell);
    story.settle(implant);
    story.somebodyLooks();
    return story.stage.build();
  }

  private void everydayWork() {
    stage.cron.openat("/etc/crontab", "O_RDONLY");
    stage.cron.close(3);
    stage.sshd.openat("/etc/shadow", "O_RDONLY", "O_CLOEXEC");
    stage.sshd.close(3);
    request("198.51.100.23:51002", "GET / HTTP/1.1\r\nHost: shop\r\n\r\n");
    Actor list = Stage.run(stage.bash, 2050, "/bin/ls", "-l");
    list.openat("/home/alice", "O_RDONLY", "O_DIRECTORY");
    list.close(3);
    list.exit(0);
  }

  private void request(String client, String text) {
    stage.nginx.accept(12, client + "->172.17.0.2:80").after(Duration.ofSeconds(2));
    stage.nginx.read(12, text);
    stage.nginx.write(12, "HTTP/1.1 200 OK\r\n\r\n");
    stage.nginx.close(12);
  }

  /** The server hands a parameter of a request to a shell. */
  private Actor commandInjection() {
    request(ATTACKER + ":51514", REQUEST);
    Actor shell = Stage.run(stage.nginx, 2101, "/bin/sh", "-c", "search $(id)");
    Stage.run(shell, 2102, "/usr/bin/id").exit(0);
    Actor cat = Stage.run(shell, 2103, "/bin/cat", "/etc/shadow");
    cat.openat("/etc/shadow", "O_RDONLY");
    cat.read(3, "root:*:20000:0:99999:7:::\n");
    cat.close(3);
    cat.exit(0);
    return shell;
  }

  /** A second shell gets its input and output from the attacker's machine. */
  private void reverseShell(Actor shell) {
    Actor second = Stage.run(shell, 2110, "/bin/bash", "-i");
    second.socket(3, "AF_INET").after(Duration.ofSeconds(5));
    second.connect(3, "172.17.0.2:40112->" + ATTACKER + ":4444");
    for (long stream = 0; stream <= 2; stream++) {
      second.dup2(3, stream);
    }
    second.close(3);
  }

  /** A program arrives that is never written to disk. */
  private Actor implant(Actor shell) {
    Actor loader = Stage.run(shell, 2120, "/usr/bin/python3", "-c", "import os");
    loader.memfdCreate(3, "kworker").after(Duration.ofSeconds(3));
    loader.write(3, "\u007fELF");
    loader.execMemfd(3, "kworker");
    return loader;
  }

  /** It makes sure that it comes back, looks further, and wipes its traces. */
  private void settle(Actor implant) {
    implant.openat("/usr/local/bin/updater", "O_WRONLY", "O_CREAT", "O_TRUNC", "O_F_CREATED");
    implant.write(4, "\u007fELF");
    implant.close(4);
    implant.chmod("/usr/local/bin/updater", "S_IRUSR", "S_IWUSR", "S_IXUSR");
    implant.openat("/etc/cron.d/updater", "O_WRONLY", "O_CREAT", "O_TRUNC", "O_F_CREATED");
    implant.write(4, "* * * * * root /usr/local/bin/updater\n");
    implant.close(4);
    implant.ptrace("PTRACE_ATTACH", 813);
    implant.initModule("hide=1");
    implant.openat("/root/.bash_history", "O_WRONLY", "O_TRUNC").after(Duration.ofSeconds(1));
    implant.close(4);
  }

  /** An operator opens a shell in the container to see what is wrong. */
  private void somebodyLooks() {
    Actor runc = Stage.run(stage.shim, 2301, "/usr/bin/runc", "exec");
    runc.execve("/bin/bash").in(stage.web).tty(Stage.TERMINAL).after(Duration.ofMinutes(4));
    Stage.run(runc, 2302, "/bin/ps", "aux").exit(0);
    runc.exit(0);
  }
}
