package io.falcoj.rules;

import io.falcoj.testkit.scenario.Actor;

/** Events for the rules about files. */
final class FileFixtures {
  private static final String SECRETS = "password-or-privilege-file-read/";
  private static final String PROGRAMS = "program-directory-written/";
  private static final String JOBS = "scheduled-job-written/";
  private static final String LOGS = "log-or-history-emptied/";
  private static final String[] REPLACE = {"O_WRONLY", "O_CREAT", "O_TRUNC"};
  private static final String[] CREATE = {"O_WRONLY", "O_CREAT", "O_TRUNC", "O_F_CREATED"};

  private FileFixtures() {}

  static void addTo(Fixtures fixtures) {
    secrets(fixtures);
    programs(fixtures);
    persistence(fixtures);
    logs(fixtures);
  }

  private static void secrets(Fixtures fixtures) {
    fixtures.add(SECRETS + "cat-reads-shadow", s -> reads(s.nginx, "/bin/cat", "/etc/shadow"));
    fixtures.add(
        SECRETS + "vim-reads-a-sudoers-file",
        s -> reads(s.bash, "/usr/bin/vim", "/etc/sudoers.d/deploy"));
    fixtures.add(
        SECRETS + "cat-is-refused",
        s ->
            Stage.run(s.worker, 2101, "/bin/cat", "/etc/shadow")
                .openat("/etc/shadow", "O_RDONLY")
                .returns("EACCES"));
    fixtures.add(
        SECRETS + "login-checks-a-password",
        s -> reads(s.sshd, "/usr/sbin/unix_chkpwd", "/etc/shadow"));
    fixtures.add(
        SECRETS + "package-script-reads-shadow",
        s -> reads(Stage.run(s.bash, 2100, "/usr/bin/dpkg", "-i"), "/bin/sh", "/etc/shadow"));
    fixtures.add(SECRETS + "cat-reads-passwd", s -> reads(s.bash, "/bin/cat", "/etc/passwd"));
  }

  private static void reads(Actor parent, String exe, String file) {
    Actor reader = Stage.run(parent, 2101, exe, file);
    reader.openat(file, "O_RDONLY", "O_CLOEXEC");
    reader.read(3, "root:*:20000:0:99999:7:::\n");
    reader.close(3);
  }

  private static void programs(Fixtures fixtures) {
    fixtures.add(
        PROGRAMS + "curl-writes-a-program",
        s -> writes(s.nginx, "/usr/bin/curl", "/usr/local/bin/updater", CREATE));
    fixtures.add(
        PROGRAMS + "package-manager-writes-a-program",
        s -> writes(s.bash, "/usr/bin/dpkg", "/usr/bin/jq", CREATE));
    fixtures.add(PROGRAMS + "program-is-read", s -> reads(s.bash, "/usr/bin/file", "/usr/bin/jq"));
    fixtures.add(
        PROGRAMS + "program-elsewhere",
        s -> writes(s.bash, "/usr/bin/cp", "/home/alice/bin/jq", CREATE));
  }

  private static void persistence(Fixtures fixtures) {
    fixtures.add(
        JOBS + "shell-writes-a-cron-file",
        s -> writes(s.supervisor, "/bin/sh", "/etc/cron.d/updater", CREATE));
    fixtures.add(
        "preloaded-library-list-written/preload-file-written",
        s -> writes(s.bash, "/usr/bin/tee", "/etc/ld.so.preload", REPLACE));
    fixtures.add(
        JOBS + "crontab-edits-a-table",
        s -> writes(s.bash, "/usr/bin/crontab", "/var/spool/cron/crontabs/alice", REPLACE));
    fixtures.add(
        JOBS + "cron-reads-its-tables",
        s -> {
          s.cron.openat("/etc/crontab", "O_RDONLY");
          s.cron.close(3);
        });
    fixtures.add(
        JOBS + "neighbour-of-a-table",
        s -> writes(s.bash, "/usr/bin/tee", "/etc/crontab-notes", CREATE));
  }

  private static void logs(Fixtures fixtures) {
    fixtures.add(
        LOGS + "shell-empties-a-log",
        s -> writes(s.supervisor, "/bin/sh", "/var/log/auth.log", REPLACE));
    fixtures.add(
        LOGS + "history-emptied",
        s -> writes(s.bash, "/usr/bin/truncate", "/home/alice/.bash_history", REPLACE));
    fixtures.add(
        LOGS + "log-appended",
        s -> writes(s.nginx, "/usr/bin/logger", "/var/log/app.log", "O_WRONLY", "O_APPEND"));
    fixtures.add(
        LOGS + "logrotate-empties-a-log",
        s -> writes(s.cron, "/usr/sbin/logrotate", "/var/log/syslog", REPLACE));
    fixtures.add(
        LOGS + "log-begun", s -> writes(s.cron, "/usr/bin/backup", "/var/log/backup.log", CREATE));
  }

  private static void writes(Actor parent, String exe, String file, String... flags) {
    Actor writer = Stage.run(parent, 2101, exe, file);
    writer.openat(file, flags).with("mode", "0644");
    writer.write(3, "x\n");
    writer.close(3);
  }
}
