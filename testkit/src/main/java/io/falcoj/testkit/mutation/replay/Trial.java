package io.falcoj.testkit.mutation.replay;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.mutation.source.Mutant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mutant on trial. */
public final class Trial {
  private final Mutant mutant;
  private final List<Changed> changed;
  private final BitSet checks;
  private final boolean typesChange;
  private @Nullable CaseHits killer;
  private boolean reached;
  private boolean complete = true;

  /**
   * A rule that the mutant changes.
   *
   * @param index the rule's number in its set
   * @param rule what it becomes
   */
  public record Changed(int index, TypedRule rule) {}

  /**
   * @param checks those that change, by their number in the set: a case that evaluates none of them
   *     cannot notice
   * @param typesChange whether a rule is shown events of other types
   */
  public Trial(Mutant mutant, List<Changed> changed, BitSet checks, boolean typesChange) {
    this.mutant = mutant;
    this.changed = List.copyOf(changed);
    this.checks = checks;
    this.typesChange = typesChange;
  }

  public Mutant mutant() {
    return mutant;
  }

  /** The rules that it changes. */
  public List<Changed> changed() {
    return changed;
  }

  /** Whether the case may notice the mutant. */
  public boolean isReachedBy(CaseHits hits) {
    return typesChange || hits.reaches(checks);
  }

  /** Notes that a case ran with the mutant. */
  void reached() {
    reached = true;
  }

  /** Whether any case ran with it. */
  public boolean isReached() {
    return reached;
  }

  void kill(CaseHits by) {
    killer = by;
  }

  /** The case that noticed it, or null. */
  public @Nullable CaseHits killer() {
    return killer;
  }

  public boolean isAlive() {
    return killer == null;
  }

  /** Notes that a case which could notice it did not run to its end. */
  public void leaveOut() {
    complete = false;
  }

  /** Whether all cases ran that could notice it, or one did. */
  public boolean isDecided() {
    return complete || killer != null;
  }
}
