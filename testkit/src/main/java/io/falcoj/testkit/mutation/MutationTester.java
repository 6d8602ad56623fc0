package io.falcoj.testkit.mutation;

import io.falcoj.compiler.DeepStack;
import io.falcoj.testkit.coverage.CoverageData;
import io.falcoj.testkit.coverage.RecordedSet;
import io.falcoj.testkit.mutation.MutantResult.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Tries mutants on the cases of a run that was recorded with coverage. */
public final class MutationTester {
  private final MutationOptions options;
  private final BooleanSupplier expired;

  public MutationTester(MutationOptions options) {
    this(options, clock(options));
  }

  /**
   * @param expired whether time is up
   */
  MutationTester(MutationOptions options, BooleanSupplier expired) {
    this.options = options;
    this.expired = expired;
  }

  private static BooleanSupplier clock(MutationOptions options) {
    if (options.timeout() == null) {
      return () -> false;
    }
    long begin = System.nanoTime();
    long nanos = options.timeout().toNanos();
    return () -> System.nanoTime() - begin >= nanos;
  }

  /**
   * Tries all mutants; files are named as the compiler and suites name them.
   *
   * @throws IOException when a rule file cannot be read
   */
  public MutationReport run(CoverageData data) throws IOException {
    return run(data, name -> name);
  }

  /**
   * Tries all mutants. Only cases that passed judge them.
   *
   * @param names how files are named in the report
   * @throws IOException when a rule file cannot be read
   */
  public MutationReport run(CoverageData data, UnaryOperator<String> names) throws IOException {
    Map<List<Object>, MutantResult> merged = new LinkedHashMap<>();
    for (RecordedSet set : data.sets()) {
      RuleSetMutation mutation = new RuleSetMutation(set, names);
      for (MutantResult result : DeepStack.call(() -> mutation.run(options, expired))) {
        merged.merge(key(result), result, MutationTester::better);
      }
    }
    List<MutantResult> sorted = new ArrayList<>(merged.values());
    sorted.sort(
        Comparator.comparing(MutantResult::file)
            .thenComparingInt(MutantResult::line)
            .thenComparingInt(MutantResult::column)
            .thenComparing(MutantResult::mutator)
            .thenComparing(MutantResult::description));
    return new MutationReport(sorted);
  }

  private static List<Object> key(MutantResult result) {
    return List.of(result.file(), result.mutator(), result.line(), result.column(), result.diff());
  }

  /** Suites with other rules may notice what these do not. */
  private static MutantResult better(MutantResult one, MutantResult other) {
    return rank(other.status()) < rank(one.status()) ? other : one;
  }

  private static int rank(Status status) {
    return switch (status) {
      case KILLED -> 0;
      case NOT_TRIED -> 1;
      case SURVIVED -> 2;
      case NOT_REACHED -> 3;
      case EQUIVALENT -> 4;
    };
  }
}
