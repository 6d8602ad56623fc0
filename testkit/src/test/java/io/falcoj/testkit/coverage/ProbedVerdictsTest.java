package io.falcoj.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.RuleRepository;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.run.SeenAlert;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random conditions: with probes they say what compiled ones say, and runs are the same. */
class ProbedVerdictsTest {
  private static final int RULES = 300;
  private static final List<String> CHECKS =
      List.of(
          "evt.type = execve",
          "evt.type in (openat, execve)",
          "evt.type != openat",
          "proc.name = sh",
          "proc.name in (shells)",
          "proc.pname exists",
          "fd.name startswith /etc",
          "fd.name contains shadow",
          "evt.rawres >= 0",
          "fd.num > 3",
          "user.uid = 0",
          "container.id != host",
          "proc.aname[2] = nginx",
          "(evt.num = 0)",
          "starts",
          "opens");

  private static final List<String> STEPS =
      List.of(
          "{pid: 7, spawn: {pid: 8, exe: /bin/sh}}",
          "{pid: 9, spawn: {pid: 8, exe: /bin/cat}}",
          "{pid: 9, openat: {path: /etc/shadow, flags: [O_RDONLY]}}",
          "{pid: 7, openat: {path: /etc/hosts, flags: [O_RDONLY], returns: EACCES}}",
          "{pid: 9, openat: {path: /tmp/x, flags: [O_RDONLY]}}",
          "{pid: 9, kill: {pid: 7, sig: 9}}",
          "{pid: 9, exit: {code: 0}}");

  private static final String CASE =
      """
        - name: case %d
          scenario:
            containers: {web: {id: 3ad7b26ded6d, image: nginx}}
            processes:
              - {pid: 7, exe: /usr/sbin/nginx, container: web}
              - {pid: 9, exe: /bin/bash, user: {uid: 1000, name: u}}
            steps: [%s]
          expect: []
      """;

  @TempDir private Path folder;
  private final Random random = new Random(5);

  private String condition(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return CHECKS.get(random.nextInt(CHECKS.size()));
    }
    if (random.nextInt(3) == 0) {
      return "not (" + condition(depth - 1) + ")";
    }
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      operands.add("(" + condition(depth - 1) + ")");
    }
    return String.join(random.nextBoolean() ? " and " : " or ", operands);
  }

  private String rules() {
    StringBuilder rules =
        new StringBuilder(
            """
            - list: shells
              items: [bash, sh]
            - macro: starts
              condition: evt.type = execve and not proc.name in (shells)
            - macro: opens
              condition: (evt.type = openat and evt.rawres > 0)
            """);
    for (int i = 0; i < RULES; i++) {
      rules.append("- rule: r%d\n  desc: d\n  output: o\n  priority: INFO\n".formatted(i));
      rules.append("  condition: %s\n".formatted(condition(3)));
      if (random.nextInt(3) == 0) {
        rules.append("  exceptions:\n    - name: e\n      fields: [proc.name, user.uid]\n");
        rules.append("      values: [[sh, 0], [cat, 0]]\n");
      }
    }
    return rules.toString();
  }

  @Test
  void areThoseOfCompiledRules() throws Exception {
    RuleRepository repository = new RuleRepository(folder).rules("r.yaml", rules());
    StringBuilder tests = new StringBuilder("matching: all\ntests:\n");
    for (int i = 0; i < STEPS.size(); i++) {
      tests.append(CASE.formatted(i, STEPS.get(i)));
    }
    repository.tests("a.test.yaml", tests.toString());
    CoverageRecorder recorder = new CoverageRecorder(List.of(repository.rules()));
    RunResult watched = repository.run("a.test.yaml", recorder);
    RunResult plain = repository.run("a.test.yaml", new RunListener() {});

    RecordedSet set = recorder.data().sets().get(0);
    Set<String> ever = new TreeSet<>();
    for (int i = 0; i < STEPS.size(); i++) {
      CaseResult result = watched.cases().get(i);
      assertThat(result.alerts()).isEqualTo(plain.cases().get(i).alerts());
      assertThat(result.alertCount()).isLessThanOrEqualTo(CaseResult.MOST_ALERTS);
      BitSet matched = set.cases().get(i).matched();
      Set<String> probed =
          matched.stream()
              .mapToObj(rule -> set.rules().all().get(rule).rule().name())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(probed)
          .as(STEPS.get(i))
          .isEqualTo(
              result.alerts().stream()
                  .map(SeenAlert::rule)
                  .collect(Collectors.toCollection(TreeSet::new)));
      ever.addAll(probed);
    }
    assertThat(ever).hasSizeBetween(RULES / 10, RULES - 10);
  }
}
