package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that can be asked once for several rules, and those rules. */
abstract class Split {
  /**
   * A rule that the question is an operand of.
   *
   * @param index of the candidate
   * @param saving work that is saved when the question is asked before the rule
   */
  record Member(int index, Candidate candidate, Pred operand, double saving) {
    Candidate rest() {
      return candidate.without(operand);
    }
  }

  private final double price;
  private final List<Member> members = new ArrayList<>();

  /**
   * @param price work of asking
   */
  private Split(double price) {
    this.price = price;
  }

  /** Adds a rule, unless the question is another of its operands as well. */
  void add(Member member) {
    if (members.isEmpty() || members.get(members.size() - 1).index != member.index) {
      members.add(member);
    }
  }

  /** The rules that are not taken by another question. */
  List<Member> open(boolean[] taken) {
    return members.stream().filter(member -> !taken[member.index]).toList();
  }

  /** What asking saves, for all the rules. */
  double saving() {
    return savingFor(members);
  }

  /** What asking for some of the rules saves. */
  double savingFor(List<Member> some) {
    return some.stream().mapToDouble(Member::saving).sum() - price;
  }

  int size() {
    return members.size();
  }

  /**
   * Asks.
   *
   * @param arranger arranges what is left of the rules
   * @return null when the question would take too much code
   */
  abstract @Nullable Decision decide(List<Member> some, Arranger arranger);

  /** Arranges what is left of rules once a question is answered. */
  interface Arranger {
    List<Decision> arrange(List<Candidate> candidates);

    /** True when the code may hold so many rules once more. */
    boolean affords(int copies);
  }

  /** A predicate that rules have in common. */
  static final class Guard extends Split {
    private final Pred pred;

    Guard(Pred pred, double cost) {
      super(cost);
      this.pred = pred;
    }

    @Override
    Decision decide(List<Member> some, Arranger arranger) {
      return new Decision.When(pred, arranger.arrange(some.stream().map(Member::rest).toList()));
    }
  }

  /** Texts that rules compare one value with. */
  static final class Lookup extends Split {
    /** As much as four or five tests of a text. */
    private static final double PRICE = 40;

    private final Load load;

    Lookup(Load load) {
      super(PRICE);
      this.load = load;
    }

    @Override
    @Nullable Decision decide(List<Member> some, Arranger arranger) {
      KeyTable table = new KeyTable(some);
      return table.isTooLarge() || !arranger.affords(table.copies())
          ? null
          : table.among(load, arranger::arrange);
    }
  }
}
