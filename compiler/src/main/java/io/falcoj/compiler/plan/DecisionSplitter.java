package io.falcoj.compiler.plan;

import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Decision.Among;
import io.falcoj.compiler.dispatch.Decision.Apart;
import io.falcoj.compiler.dispatch.Decision.Run;
import io.falcoj.compiler.dispatch.Decision.When;
import java.util.ArrayList;
import java.util.List;

/** Sets decisions apart so that no method becomes too large for the JIT. */
final class DecisionSplitter {
  /** Calling a rule's method and noting that it holds. */
  private static final int RUN = 24;

  /** Looking up each text of a list. */
  private static final int LOOK_UP = 60;

  /** Steps behind a guard that are written where it stands. */
  private static final int MAX_BYTES_WITHIN = 600;

  private final MethodSplitter preds;

  DecisionSplitter(MethodSplitter preds) {
    this.preds = preds;
  }

  /** Steps that fit one method. */
  List<Decision> split(List<Decision> steps) {
    List<Decision> parts = new ArrayList<>();
    for (Decision step : steps) {
      parts.add(split(step));
    }
    while (bytes(parts) > MethodSplitter.MAX_BYTES) {
      parts = group(parts);
    }
    return parts;
  }

  private Decision split(Decision step) {
    if (step instanceof Run run) {
      return new Run(run.rule(), preds.split(run.condition()));
    }
    if (step instanceof When when) {
      return new When(
          preds.splitAmongOthers(when.guard()), within(split(when.then()), MAX_BYTES_WITHIN));
    }
    if (step instanceof Among among) {
      return new Among(
          among.load(),
          among.keys(),
          among.sets().stream().map(set -> within(split(set), RUN)).toList());
    }
    return new Apart(split(((Apart) step).steps()));
  }

  private List<Decision> within(List<Decision> steps, int most) {
    return bytes(steps) <= most ? steps : List.of(new Apart(steps));
  }

  private List<Decision> group(List<Decision> parts) {
    List<Decision> groups = new ArrayList<>();
    List<Decision> current = new ArrayList<>();
    int size = 0;
    for (Decision part : parts) {
      if (size + bytes(part) > MethodSplitter.MAX_BYTES) {
        groups.add(new Apart(current));
        current = new ArrayList<>();
        size = 0;
      }
      current.add(part);
      size += bytes(part);
    }
    groups.add(new Apart(current));
    return groups;
  }

  private int bytes(List<Decision> steps) {
    return steps.stream().mapToInt(this::bytes).sum();
  }

  private int bytes(Decision step) {
    if (step instanceof Run) {
      return RUN;
    }
    if (step instanceof When when) {
      boolean apart = preds.outlined().contains(when.guard());
      return (apart ? CodeSize.CALL : CodeSize.of(when.guard())) + bytes(when.then());
    }
    return step instanceof Among among ? CodeSize.of(among.load()) + LOOK_UP : CodeSize.CALL;
  }
}
