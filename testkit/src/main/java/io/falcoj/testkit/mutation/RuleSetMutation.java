package io.falcoj.testkit.mutation;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleVariants;
import io.falcoj.compiler.bundle.RuleInfos;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.coverage.RecordedSet;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.coverage.probe.ProbedRule;
import io.falcoj.testkit.mutation.MutantResult.Status;
import io.falcoj.testkit.mutation.mutator.Mutators;
import io.falcoj.testkit.mutation.replay.Batch;
import io.falcoj.testkit.mutation.replay.Trial;
import io.falcoj.testkit.mutation.replay.Trial.Changed;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The mutants of one rule set, tried on its cases. */
final class RuleSetMutation {
  /** Mutants that share a look at each case: more of them need more memory, fewer more time. */
  private static final int BATCH = 1_000;

  /** Only the rule's own words, as in a run. */
  private static final OutputOptions PLAIN =
      new OutputOptions(false, true, true, true, false, true, false, "", List.of());

  private final RecordedSet set;
  private final UnaryOperator<String> names;
  private final RuleVariants variants;
  private final List<TypedRule> rules;
  private final List<RuleInfo> infos;
  private final AlertFactory alerts;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Equivalence equivalence = new Equivalence();
  private final List<MutantResult> results = new ArrayList<>();

  RuleSetMutation(RecordedSet set, UnaryOperator<String> names) throws IOException {
    this.set = set;
    this.names = names;
    CompilerOptions options = CompilerOptions.defaults();
    this.variants = RuleVariants.of(RuleFiles.read(set.paths()), options);
    this.rules = variants.checked().typed().rules();
    this.infos = RuleInfos.of(variants.checked().typed());
    this.alerts = alerts(infos);
    for (int i = 0; i < rules.size(); i++) {
      numbers.put(rules.get(i).rule().name(), i);
    }
  }

  private static AlertFactory alerts(List<RuleInfo> rules) {
    try {
      return new AlertFactory(rules, PLAIN);
    } catch (OutputException e) {
      throw new IllegalStateException("the run has made alerts of these rules", e);
    }
  }

  /** Makes and tries mutants; once {@code expired} says so, what is left counts as not tried. */
  List<MutantResult> run(MutationOptions options, BooleanSupplier expired) {
    List<Mutant> mutants =
        Mutators.standard().mutate(Targets.of(variants, rule -> chosen(rule.name(), options)));
    List<Mutant> mixed = mixed(mutants);
    for (int from = 0; from < mixed.size(); from += BATCH) {
      List<Trial> trials = new ArrayList<>();
      for (Mutant mutant : mixed.subList(from, Math.min(from + BATCH, mixed.size()))) {
        if (expired.getAsBoolean()) {
          results.add(result(mutant, List.of(), Status.NOT_TRIED, null));
        } else {
          trial(mutant).ifPresent(trials::add);
        }
      }
      tryAll(trials, expired);
    }
    return results;
  }

  private boolean chosen(String rule, MutationOptions options) {
    return set.counts(number(rule))
        && (options.rules().isEmpty()
            || options.rules().stream().anyMatch(p -> RuleSelection.matchesWildcard(p, rule)));
  }

  private int number(String rule) {
    return Objects.requireNonNull(numbers.get(rule), "mutants have the rules of the set");
  }

  /** In an order that takes some of everything when time is short, and is always the same. */
  private static List<Mutant> mixed(List<Mutant> mutants) {
    Map<Mutant, Long> keys = new HashMap<>();
    for (Mutant mutant : mutants) {
      CRC32 key = new CRC32();
      key.update(
          (mutant.declaration() + mutant.line() + mutant.column() + mutant.description())
              .getBytes(StandardCharsets.UTF_8));
      keys.put(mutant, key.getValue());
    }
    List<Mutant> mixed = new ArrayList<>(mutants);
    mixed.sort(Comparator.comparing(keys::get));
    return mixed;
  }

  /** Empty for what is no rule file, and for what needs no trial. */
  private Optional<Trial> trial(Mutant mutant) {
    Optional<List<TypedRule>> typed = mutant.variation().of(variants);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    List<Changed> changed = new ArrayList<>();
    BitSet checks = new BitSet();
    boolean types = false;
    boolean counts = false;
    boolean constant = mutant.declaration().startsWith("macro ");
    for (TypedRule other : typed.get()) {
      int number = number(other.rule().name());
      TypedRule rule = rules.get(number);
      if (set.counts(number) && !equivalence.same(rule, other)) {
        changed.add(new Changed(number, other));
        ProbedRule probed = set.rules().all().get(number);
        BitSet touched = Touched.of(probed, other.condition());
        checks.or(touched);
        constant &= !touched.isEmpty() && isConstant(probed, touched);
        types |= !rule.eventCodes().equals(other.eventCodes());
        counts |= Counter.isReadBy(rule.condition());
      }
    }
    if (!changed.isEmpty() && constant) {
      // A macro that says "never" stands for something that a site puts there, as for coverage.
      return Optional.empty();
    }
    if (changed.isEmpty() || counts) {
      results.add(result(mutant, changed, counts ? Status.NOT_TRIED : Status.EQUIVALENT, null));
      return Optional.empty();
    }
    return Optional.of(new Trial(mutant, changed, checks, types));
  }

  private static boolean isConstant(ProbedRule rule, BitSet checks) {
    return rule.leaves().stream().allMatch(leaf -> leaf.constant() || !checks.get(leaf.index()));
  }

  private void tryAll(List<Trial> trials, BooleanSupplier expired) {
    Batch batch = new Batch(rules, infos, alerts, trials);
    for (CaseHits hits : set.cases()) {
      if (hits.passed() && expired.getAsBoolean()) {
        trials.stream().filter(t -> t.isAlive() && t.isReachedBy(hits)).forEach(Trial::leaveOut);
      } else if (hits.passed()) {
        try {
          batch.run(hits, expired);
        } catch (SourceException e) {
          throw new IllegalStateException("a case that passed can be read", e);
        }
      }
    }
    for (Trial trial : trials) {
      Status status =
          !trial.isAlive()
              ? Status.KILLED
              : !trial.isDecided()
                  ? Status.NOT_TRIED
                  : trial.isReached() ? Status.SURVIVED : Status.NOT_REACHED;
      results.add(result(trial.mutant(), trial.changed(), status, trial.killer()));
    }
  }

  private MutantResult result(
      Mutant mutant, List<Changed> changed, Status status, @Nullable CaseHits killer) {
    return new MutantResult(
        mutant.mutator(),
        mutant.description(),
        mutant.declaration(),
        names.apply(mutant.file()),
        mutant.line(),
        mutant.column(),
        mutant.diff(names),
        changed.stream().map(c -> rules.get(c.index()).rule().name()).toList(),
        status,
        killer == null
            ? null
            : names.apply(killer.suite().file().toString())
                + ":"
                + killer.test().line()
                + " "
                + killer.test().name());
  }
}
