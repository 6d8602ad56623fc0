package io.falcoj.testkit.report;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.mutation.MutationOptions;
import io.falcoj.testkit.mutation.MutationTester;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small project whose tests pass, fail, break and hold what no report may trust. */
public final class SampleRun {
  public static final String HOSTILE =
      "</title><script>alert('x')</script> ]]> \u202Egnp.exe & \"q\" <b>";

  private static final String RULES =
      """
      - list: secret_files
        items: [/etc/shadow, /etc/gshadow]
      - macro: opens
        condition: evt.type in (open, openat, openat2)
      - rule: Secret file opened
        desc: A file with passwords is opened.
        condition: opens and fd.name in (secret_files) and not proc.name = sshd
        output: "%proc.name opened %fd.name (user=%user.name)"
        priority: WARNING
        tags: [filesystem, mitre_credential_access, T1003.008]
        exceptions:
          - name: backup
            fields: [proc.name, fd.name]
            comps: [=, startswith]
            values:
              - [backup, /etc/]
      - rule: Odd program started
        desc: d
        condition: evt.type = execve and proc.exepath startswith /tmp/
        output: "%proc.cmdline"
        priority: CRITICAL
        tags: [process, T1204]
      - macro: never_used
        condition: proc.name = nobody
      """;

  private static final String FILES =
      """
      rules: [../rules]
      tests:
        - name: cat reads the shadow file
          scenario:
            processes: [{pid: 100, exe: /bin/cat}]
            steps:
              - {pid: 100, openat: {path: /etc/hosts, flags: [O_RDONLY]}}
              - {pid: 100, openat: {path: /etc/shadow, flags: [O_RDONLY]}, after: 2s}
          expect: [{rule: Secret file opened, count: 1, priority: WARNING}]
        - name: sshd reads the shadow file
          scenario:
            processes: [{pid: 100, exe: /usr/sbin/sshd}]
            steps: [{pid: 100, openat: {path: /etc/shadow, flags: [O_RDONLY]}}]
          expect: []
        - name: a hosts file is no secret
          scenario:
            processes: [{pid: 100, exe: /bin/cat}]
            steps: [{pid: 100, openat: {path: /etc/hosts, flags: [O_RDONLY]}}]
          expect: [{rule: Secret file opened}]
        - name: nobody may read it
          scenario:
            processes: [{pid: 100, exe: /bin/cat}]
            steps: [{pid: 100, openat: {path: /etc/gshadow, flags: [O_RDONLY]}}]
          expect: []
      """;

  private static final String PROGRAMS =
      """
      rules: [../rules]
      tests:
        - name: "%s"
          scenario:
            processes: [{pid: 100, exe: /bin/sh}]
            steps:
              - {pid: 100, execve: {exe: /tmp/x, args: ["%s"]}}
          expect: []
        - name: a recording that is none
          events: none.scap
          expect: []
      """;

  private SampleRun() {}

  /** Runs the project's tests, in the folder. */
  public static RunReport in(Path project) {
    try {
      write(project.resolve("rules/rules.yaml"), RULES);
      String hostile = HOSTILE.replace("\"", "\\\"");
      write(
          project.resolve("tests/files/secrets.test.yaml"),
          FILES.replace("../rules", "../../rules"));
      write(project.resolve("tests/none.scap"), "no capture");
      write(project.resolve("tests/programs.test.yaml"), PROGRAMS.formatted(hostile, hostile));
      List<Path> rules = List.of(project.resolve("rules"));
      CompilationResult compiled =
          RuleCompiler.compile(RuleFiles.read(rules), CompilerOptions.defaults());
      CoverageRecorder coverage = new CoverageRecorder(rules);
      RunResult result =
          new RuleTestRunner(RunOptions.of(rules)).runAll(project.resolve("tests"), coverage);
      FileNames names = new FileNames(project, List.of(project.resolve("tests")));
      return RunReport.of("sample & <rules>", names, result)
          .withFindings(compiled.diagnostics())
          .withCoverage(coverage.data().report())
          .withMutation(new MutationTester(MutationOptions.standard()).run(coverage.data()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
