package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.dispatch.Split.Guard;
import io.falcoj.compiler.dispatch.Split.Lookup;
import io.falcoj.compiler.dispatch.Split.Member;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.opt.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arranges rules so that what several of them require is asked once, and texts that many compare
 * with are looked up once. What saves most is taken first; its rules are arranged further.
 */
final class Arrangement {
  /** Less is not worth another jump. */
  private static final double LEAST_SAVING = 4;

  /** Steps within steps. */
  private static final int MOST_LEVELS = 8;

  /** Copies that look-ups may make of rules which several keys lead to, for each rule. */
  private static final int MOST_COPIES = 4;

  private final Work work = new Work();
  private int copies;

  private Arrangement(int rules) {
    this.copies = MOST_COPIES * rules;
  }

  static List<Decision> of(List<Candidate> candidates) {
    return new Arrangement(candidates.size()).arrange(candidates, 0);
  }

  private Split.Arranger below(int level) {
    return new Split.Arranger() {
      @Override
      public List<Decision> arrange(List<Candidate> candidates) {
        return Arrangement.this.arrange(candidates, level + 1);
      }

      @Override
      public boolean affords(int wanted) {
        boolean affordable = wanted <= copies;
        copies -= affordable ? wanted : 0;
        return affordable;
      }
    };
  }

  private List<Decision> arrange(List<Candidate> candidates, int level) {
    List<Decision> decisions = new ArrayList<>();
    boolean[] taken = new boolean[candidates.size()];
    if (level < MOST_LEVELS && candidates.size() > 1) {
      for (Split split : splits(candidates)) {
        List<Member> open = split.open(taken);
        Decision decision =
            open.size() > 1 && split.savingFor(open) >= LEAST_SAVING
                ? split.decide(open, below(level))
                : null;
        if (decision != null) {
          decisions.add(decision);
          open.forEach(member -> taken[member.index()] = true);
        }
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        decisions.add(candidates.get(i).run());
      }
    }
    return decisions;
  }

  /** What could be asked for several rules at once, the largest saving first. */
  private List<Split> splits(List<Candidate> candidates) {
    Map<Pred, Guard> guards = new IdentityHashMap<>();
    Map<Load, Lookup> lookups = new LinkedHashMap<>();
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      double whole = work.of(candidate);
      double[] without = work.withoutEach(candidate);
      for (int o = 0; o < without.length; o++) {
        Pred operand = candidate.operands().get(o);
        Estimate estimate = work.of(operand);
        double saving = whole - estimate.chance() * without[o];
        Member member = new Member(i, candidate, operand, saving);
        guards
            .computeIfAbsent(operand, g -> added(splits, new Guard(g, estimate.cost())))
            .add(member);
        TextKeys keys = TextKeys.of(operand);
        if (keys != null) {
          Lookup lookup =
              lookups.computeIfAbsent(keys.load(), load -> added(splits, new Lookup(load)));
          lookup.add(member);
        }
      }
    }
    splits.removeIf(split -> split.size() < 2 || split.saving() < LEAST_SAVING);
    splits.sort(Comparator.comparingDouble(Split::saving).reversed());
    return splits;
  }

  private static <S extends Split> S added(List<Split> splits, S split) {
    splits.add(split);
    return split;
  }
}
