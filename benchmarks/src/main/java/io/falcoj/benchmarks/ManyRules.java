package io.falcoj.benchmarks;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;

/** Rules on system calls as an operator of many tenants has them: the same questions for each. */
final class ManyRules {
  private static final String[] QUESTIONS = {
    "evt.type in (open, openat, openat2) and evt.is_open_read = true"
        + " and fd.name startswith /srv/tenant-%d/",
    "evt.type in (open, openat, openat2) and evt.is_open_write = true"
        + " and fd.directory = /etc/tenant-%d and not proc.name in (tenant-%d, init)",
    "evt.type in (open, openat, openat2, creat, unlink, unlinkat)"
        + " and fd.name in (/run/tenant-%d.pid, /run/tenant-%d.lock)",
    "evt.type in (execve, execveat) and proc.name = tool-%d and not proc.pname = tenant-%d",
    "evt.type in (execve, execveat) and proc.exepath startswith /opt/tenant-%d/bin/",
    "evt.type in (connect, sendto, sendmsg) and proc.name = agent-%d and fd.sport != 443",
    "evt.type in (read, write, close) and fd.name = /dev/tenant-%d",
    "evt.type in (clone, fork, vfork, clone3) and proc.pname = server-%d"
  };

  private ManyRules() {}

  static Bundle compile(int count) throws BundleException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String question = QUESTIONS[i % QUESTIONS.length].replace("%d", String.valueOf(i));
      yaml.append(
          """
          - rule: Rule %d
            desc: benchmark
            condition: %s
            output: event
            priority: DEBUG
          """
              .formatted(i, question));
    }
    return Rules.compile("many.yaml", yaml.toString());
  }
}
