package io.falcoj.testkit.mutation;

import io.falcoj.testkit.mutation.MutantResult.Status;
import io.falcoj.testkit.mutation.MutationReport.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mutation for a console, line by line. */
public final class MutationText {
  private MutationText() {}

  /** The mutants that no case notices, each with its place and what was changed. */
  public static List<String> alive(MutationReport report) {
    List<String> lines = new ArrayList<>();
    for (MutantResult mutant : report.alive()) {
      lines.add(
          "%s:%d:%d: %s, %s [%s]: %s"
              .formatted(
                  mutant.file(),
                  mutant.line(),
                  mutant.column(),
                  mutant.declaration(),
                  mutant.description(),
                  mutant.mutator(),
                  mutant.status() == Status.SURVIVED ? "no case notices" : "no case comes here"));
      mutant.diff().forEach(line -> lines.add("    " + line));
    }
    return lines;
  }

  /** Figures by file and rule, and of the whole. */
  public static List<String> summary(MutationReport report) {
    List<String> lines = new ArrayList<>();
    report.files().forEach((file, score) -> lines.add(file + ": " + figures(score)));
    for (Map.Entry<String, Score> rule : report.rules().entrySet()) {
      if (rule.getValue().alive() > 0) {
        lines.add("rule \"" + rule.getKey() + "\": " + figures(rule.getValue()));
      }
    }
    lines.add("Mutants killed: " + figures(report.score()));
    long equivalent = report.count(Status.EQUIVALENT);
    if (equivalent > 0) {
      lines.add("Not counted: " + equivalent + " that mean the same as the rules");
    }
    long left = report.count(Status.NOT_TRIED);
    if (left > 0) {
      lines.add("Not tried: " + left + " (time was up, or the case reads util.cnt)");
    }
    return lines;
  }

  private static String figures(Score score) {
    int all = score.killed() + score.alive();
    return score.percent() + " (" + score.killed() + " of " + all + ")";
  }
}
