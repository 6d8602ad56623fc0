package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.EventType;
import io.falcoj.testkit.scenario.ProcessSpec;
import io.falcoj.testkit.scenario.Value;
import java.util.List;

/** What a step changes in the process that makes the call. */
final class Effects {
  private Effects() {}

  /** The thread after it has started another program. */
  static RunningThread started(RunningThread thread, StepValues values) {
    RunningThread after = thread.copy();
    after.exe = values.text("exe", thread.exe);
    boolean succeeds = values.result() >= 0;
    if (succeeds && values.has("exe")) {
      after.exepath = after.exe;
      after.comm = ProcessSpec.nameOf(after.exe);
      after.args = List.of();
    }
    after.exepath = values.text("trusted_exepath", after.exepath);
    after.comm = values.text("comm", after.comm);
    after.args = items(values, "args", after.args);
    after.env = items(values, "env", after.env);
    after.cgroups = items(values, "cgroups", after.cgroups);
    after.tty = values.number("tty", after.tty);
    after.uid = values.number("uid", after.uid);
    after.gid = values.number("gid", after.gid);
    after.loginuid = values.number("loginuid", after.loginuid);
    return after;
  }

  private static List<String> items(StepValues values, String param, List<String> otherwise) {
    return values.get(param) instanceof Value.Items items ? items.items() : otherwise;
  }

  static void apply(Call call, StepValues values, RunningThread thread, RunningTree threads) {
    if (call.type().name().equals("procexit")) {
      threads.remove(thread.tid);
      return;
    }
    if (values.result() < 0) {
      return;
    }
    switch (call.type().name()) {
      case "close" -> thread.fds.clear(fd(values.number("fd", 0)));
      case "pipe", "pipe2", "socketpair" -> {
        thread.fds.set(fd(values.number("fd1", 0)));
        thread.fds.set(fd(values.number("fd2", 0)));
      }
      case "setuid" -> thread.uid = values.number("uid", thread.uid);
      case "setgid" -> thread.gid = values.number("gid", thread.gid);
      case "setresuid", "setreuid" -> thread.uid = values.number("euid", thread.uid);
      case "setresgid", "setregid" -> thread.gid = values.number("egid", thread.gid);
      case "setpgid" -> thread.vpgid = values.number("pgid", thread.vpgid);
      case "setsid" -> thread.vpgid = thread.vpid;
      default -> {
        if (call.type().has(EventType.Flag.CREATES_FD)) {
          thread.fds.set(fd(values.result()));
        }
      }
    }
  }

  /** A number that a scenario gives can be anything; beyond the limit nothing is kept. */
  private static int fd(long number) {
    return (int) Math.min(Math.max(0, number), ProcessValues.FD_LIMIT);
  }
}
