package io.falcoj.benchmarks.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes test files for Falco's default rules: cases of four kinds in turn, each with names and
 * paths of its own. Half of them expect an alert.
 */
public final class ManyCases {
  private static final int CASES_PER_FILE = 100;

  private static final List<String> KINDS =
      List.of(
          """
            - name: shell %1$d in a container
              scenario:
                containers: {web: {id: 3ad7b26ded6d, image: "docker.io/library/nginx:1.%1$d"}}
                processes:
                  - {pid: 100, exe: /usr/bin/containerd-shim, container: web}
                  - {pid: 200, exe: /usr/bin/runc, parent: 100, container: web}
                steps:
                  - {pid: 200, openat: {path: /srv/www/%1$d.html, flags: [O_RDONLY]}}
                  - {pid: 200, spawn: {pid: 300, exe: /bin/bash, args: [-i, job%1$d], tty: 34816}}
                  - {pid: 300, exit: {code: 0}}
              expect:
                - rule: Terminal shell in container
                  count: 1
                  priority: NOTICE
                  fields: {proc.name: bash, proc.pname: runc, container.id: 3ad7b26ded6d}
                  output: {contains: "parent=runc"}
          """,
          """
            - name: program %1$d reads the shadow file
              scenario:
                processes: [{pid: 200, exe: /opt/bin/tool%1$d, user: {uid: 1000, name: ann}}]
                steps:
                  - {pid: 200, openat: {path: /etc/hosts, flags: [O_RDONLY]}}
                  - {pid: 200, openat: {path: /etc/shadow, flags: [O_RDONLY]}}
                  - {pid: 200, close: {fd: 3}}
              expect: [{rule: Read sensitive file untrusted, fields: {proc.name: tool%1$d}}]
          """,
          """
            - name: server %1$d answers
              scenario:
                processes: [{pid: 200, exe: /usr/sbin/server%1$d, user: {uid: 101, name: www}}]
                steps:
                  - {pid: 200, socket: {domain: AF_INET, type: SOCK_STREAM}}
                  - {pid: 200, connect: {fd: 3, to: "203.0.113.9:443"}}
                  - {pid: 200, openat: {path: /srv/www/%1$d.html, flags: [O_RDONLY]}}
                  - {pid: 200, clone: {child: 300}}
                  - {pid: 300, execve: {exe: /usr/bin/convert, args: [a.png, %1$d.jpg]}}
                  - {pid: 300, exit: {code: 0}}
              expect: []
          """,
          """
            - name: cron job %1$d
              scenario:
                processes: [{pid: 100, exe: /usr/sbin/cron}]
                steps:
                  - {pid: 100, spawn: {pid: 101, exe: /bin/sh, args: [-c, job%1$d]}}
                  - {pid: 101, openat: {path: /var/spool/job%1$d, flags: [O_WRONLY, O_CREAT]}}
                  - {pid: 101, exit: {code: 0}}
              expect: []
          """);

  private ManyCases() {}

  /** Writes so many cases into a folder. */
  static void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int first = 0; first < count; first += CASES_PER_FILE) {
      StringBuilder text = new StringBuilder("tests:\n");
      for (int i = first; i < Math.min(count, first + CASES_PER_FILE); i++) {
        text.append(KINDS.get(i % KINDS.size()).formatted(i).indent(2));
      }
      Files.writeString(folder.resolve("cases-%06d.test.yaml".formatted(first)), text);
    }
  }
}
