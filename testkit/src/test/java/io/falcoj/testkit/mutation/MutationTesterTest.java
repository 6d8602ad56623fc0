package io.falcoj.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.RuleRepository;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.mutation.MutantResult.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTesterTest {
  private static final String RULES =
      """
      - rule: Shell
        desc: d
        condition: evt.type = execve and proc.name in (bash, sh) and not proc.pname = cron
        output: "%proc.name"
        priority: INFO
      - rule: Other
        desc: d
        condition: evt.type = openat and fd.name in (/etc/shadow) and evt.num >= 0
        output: "%fd.name"
        priority: INFO
      """;

  private static final String CASES =
      """
      tests:
        - name: nginx starts a shell
          scenario:
            processes: [{pid: 7, exe: /usr/sbin/nginx}]
            steps: [{pid: 7, spawn: {pid: 8, exe: /bin/sh}}, {pid: 7, spawn: {pid: 9, exe: /bin/ls}}]
          expect: [{rule: Shell, fields: {proc.name: sh}, count: 1}]
      """;

  @TempDir private Path folder;
  private RuleRepository repository;
  private CoverageRecorder recorder;

  @BeforeEach
  void rules() throws Exception {
    repository = new RuleRepository(folder).rules("r.yaml", RULES);
    recorder = new CoverageRecorder(List.of(repository.rules()));
  }

  private MutationReport run(String cases, MutationOptions options) throws Exception {
    repository.tests("a.test.yaml", cases).run("a.test.yaml", recorder);
    return new MutationTester(options).run(recorder.data());
  }

  private static List<Status> statuses(MutationReport report, String description) {
    return report.mutants().stream()
        .filter(mutant -> mutant.description().equals(description))
        .map(MutantResult::status)
        .toList();
  }

  @Test
  void aCaseKillsWhatItWouldFailWith() throws Exception {
    MutationReport report = run(CASES, MutationOptions.standard());
    assertThat(statuses(report, "item sh removed")).containsExactly(Status.KILLED);
    assertThat(statuses(report, "`proc.name in (bash, sh)` removed"))
        .containsExactly(Status.KILLED);
    assertThat(statuses(report, "item bash removed")).containsExactly(Status.SURVIVED);
    assertThat(statuses(report, "`not proc.pname = cron` removed"))
        .containsExactly(Status.SURVIVED);
  }

  @Test
  void whatNoCaseComesToIsAliveToo() throws Exception {
    MutationReport report = run(CASES, new MutationOptions(List.of("Oth*"), null));
    assertThat(statuses(report, "`fd.name in (/etc/shadow)` removed"))
        .containsExactly(Status.NOT_REACHED);
    assertThat(report.rules().keySet()).containsExactly("Other");
  }

  @Test
  void whatMeansTheSameIsNotCounted() throws Exception {
    MutationReport report = run(CASES, MutationOptions.standard());
    assertThat(statuses(report, "`in` replaced by `intersects`")).containsOnly(Status.EQUIVALENT);
    assertThat(report.score().killed() + report.score().alive())
        .isLessThan(report.mutants().size());
  }

  @Test
  void casesThatFailJudgeNothing() throws Exception {
    String failing = CASES.replace("count: 1", "count: 7");
    assertThat(run(failing, MutationOptions.standard()).score().killed()).isZero();
  }

  @Test
  void whatTimeDoesNotAllowIsCounted() throws Exception {
    repository.tests("a.test.yaml", CASES).run("a.test.yaml", recorder);
    MutationOptions none = new MutationOptions(List.of(), Duration.ZERO);
    MutationReport report = new MutationTester(none).run(recorder.data());
    assertThat(report.mutants()).isNotEmpty().allMatch(m -> m.status() == Status.NOT_TRIED);
    assertThat(MutationText.summary(report))
        .contains(
            "Not tried: " + report.mutants().size() + " (time was up, or the case reads util.cnt)");

    int[] asked = new int[1];
    MutationReport some =
        new MutationTester(MutationOptions.standard(), () -> asked[0]++ > 10).run(recorder.data());
    assertThat(some.count(Status.NOT_TRIED)).isPositive().isLessThan(report.mutants().size());
    assertThat(some.mutants()).hasSameSizeAs(report.mutants());
  }

  @Test
  void survivorsAreToldWithTheirLines() throws Exception {
    MutationReport report = run(CASES, MutationOptions.standard());
    String file = repository.rules().resolve("r.yaml").toString();
    assertThat(MutationText.alive(report))
        .containsSubsequence(
            file + ":3:50: rule \"Shell\", item bash removed [remove-item]: no case notices",
            "    @@ -3 +3 @@",
            "    -  condition: evt.type = execve and proc.name in (bash, sh) and not proc.pname = cron",
            "    +  condition: evt.type = execve and proc.name in (sh) and not proc.pname = cron");
  }
}
