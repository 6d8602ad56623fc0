package io.falcoj.testkit.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules and tests of a project. */
final class Project {
  private Project() {}

  /** Writes them; returns the file with a case of each kind. */
  static Path write(Path dir) throws IOException {
    Files.createDirectories(dir.resolve("rules"));
    Files.createDirectories(dir.resolve("tests/more"));
    Files.writeString(
        dir.resolve("rules/rules.yaml"),
        """
        - rule: Shell
          desc: d
          condition: evt.type = execve and proc.name = sh
          output: "%proc.name"
          priority: INFO
        """);
    Files.writeString(
        dir.resolve("tests/more/more.test.yaml"),
        """
        tests:
          - name: fine
            scenario: {processes: [{pid: 7, exe: /bin/a}], steps: [{pid: 7, execve: {exe: /bin/sh}}]}
            expect: [{rule: Shell, count: 1}]
        """);
    return Files.writeString(
        dir.resolve("tests/shells.test.yaml"),
        """
        tests:
          - name: starts
            scenario: &sh
              processes: [{pid: 7, exe: /bin/bash}]
              steps:
                - {pid: 7, execve: {exe: /bin/sh}}
            expect: [{rule: Shell}]
          - name: stays
            scenario: *sh
            expect: []
          - name: known
            todo: some day
            scenario: *sh
            expect: []
          - name: mended
            todo: done
            scenario: *sh
            expect: [{rule: Shell}]
        """);
  }
}
