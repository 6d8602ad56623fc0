package io.falcoj.testkit.mutation;

import io.falcoj.testkit.mutation.MutantResult.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What became of all mutants.
 *
 * @param mutants in the order of files and places
 */
public record MutationReport(List<MutantResult> mutants) {
  public MutationReport {
    mutants = List.copyOf(mutants);
  }

  /** Mutants that count. */
  public record Score(int killed, int alive) {
    static final Score NONE = new Score(0, 0);

    /** Between 0 and 1; 1 where nothing was changed. */
    public double ratio() {
      return killed + alive == 0 ? 1 : (double) killed / (killed + alive);
    }

    /** For people, e.g. {@code 83.3 %}; never rounded up to 100. */
    public String percent() {
      return String.format(Locale.ROOT, "%.1f %%", Math.floor(ratio() * 1000) / 10);
    }

    private Score plus(MutantResult mutant) {
      return new Score(
          killed + (mutant.status() == Status.KILLED ? 1 : 0), alive + (mutant.isAlive() ? 1 : 0));
    }
  }

  public Score score() {
    Score score = Score.NONE;
    for (MutantResult mutant : mutants) {
      score = score.plus(mutant);
    }
    return score;
  }

  /** By name; a mutant of a macro or list counts for every rule that it changes. */
  public Map<String, Score> rules() {
    return by(MutantResult::rules);
  }

  /** By file. */
  public Map<String, Score> files() {
    return by(mutant -> List.of(mutant.file()));
  }

  /** By kind of change. */
  public Map<String, Score> mutators() {
    return by(mutant -> List.of(mutant.mutator()));
  }

  private Map<String, Score> by(Function<MutantResult, List<String>> keys) {
    Map<String, Score> scores = new TreeMap<>();
    for (MutantResult mutant : mutants) {
      for (String key : keys.apply(mutant)) {
        scores.put(key, scores.getOrDefault(key, Score.NONE).plus(mutant));
      }
    }
    return scores;
  }

  /** Mutants that no case notices. */
  public List<MutantResult> alive() {
    return mutants.stream().filter(MutantResult::isAlive).toList();
  }

  /** How many came out so. */
  public long count(Status status) {
    return mutants.stream().filter(mutant -> mutant.status() == status).count();
  }
}
