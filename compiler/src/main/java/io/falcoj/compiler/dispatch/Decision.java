package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A step on the way to the rules that hold. The steps of a list are independent of each other: the
 * rules that hold are reported in load order, whatever the order in which they were found.
 */
public sealed interface Decision {
  /** The same with other predicates of the same meaning. */
  Decision map(UnaryOperator<Pred> preds);

  /** All of them with other predicates. */
  static List<Decision> map(List<Decision> decisions, UnaryOperator<Pred> preds) {
    return decisions.stream().map(d -> d.map(preds)).toList();
  }

  /**
   * The rule holds if the condition does.
   *
   * @param rule position of the rule in its source
   * @param condition what remains to be asked
   */
  record Run(int rule, Pred condition) implements Decision {
    @Override
    public Run map(UnaryOperator<Pred> preds) {
      return new Run(rule, preds.apply(condition));
    }
  }

  /** Steps that are a method of their own. */
  record Apart(List<Decision> steps) implements Decision {
    public Apart {
      steps = List.copyOf(steps);
    }

    @Override
    public Apart map(UnaryOperator<Pred> preds) {
      return new Apart(Decision.map(steps, preds));
    }
  }

  /** What several rules require. */
  record When(Pred guard, List<Decision> then) implements Decision {
    public When {
      then = List.copyOf(then);
    }

    @Override
    public When map(UnaryOperator<Pred> preds) {
      return new When(preds.apply(guard), Decision.map(then, preds));
    }
  }

  /**
   * One look-up of a text, or of each text of a list, instead of a test per rule. Several texts of
   * a list may lead to the same rule.
   *
   * @param keys texts that are looked for, each with the number of its set
   * @param sets what is left to do for a value that finds the set of that number
   */
  record Among(Load load, List<Key> keys, List<List<Decision>> sets) implements Decision {
    public Among {
      keys = List.copyOf(keys);
      sets = sets.stream().map(List::copyOf).toList();
    }

    @Override
    public Among map(UnaryOperator<Pred> preds) {
      return new Among(load, keys, sets.stream().map(set -> Decision.map(set, preds)).toList());
    }
  }
}
