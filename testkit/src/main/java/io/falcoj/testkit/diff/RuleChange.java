package io.falcoj.testkit.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rule.
 *
 * @param rule its name, the new one if it was renamed
 * @param formerly its old name when it was renamed, else null
 * @param place file and line, of a removed rule in the first set
 * @param condition what became of its effective condition, or null when that means the same
 * @param shadowing how earlier rules take its events since, or null
 * @param aspects what else changed, in the order of {@link Aspect.Kind}
 * @param witnesses events on which it fires, for what is no question of the condition
 */
public record RuleChange(
    Kind kind,
    String rule,
    @Nullable String formerly,
    String place,
    @Nullable ConditionChange condition,
    @Nullable Shadowing shadowing,
    List<Aspect> aspects,
    Witnesses witnesses) {
  /** What happened. */
  public enum Kind {
    ADDED,
    REMOVED,
    RENAMED,
    CHANGED
  }

  /** A part of a rule beside its condition, before and after. */
  public record Aspect(Kind kind, String before, String after) {
    /** Which part. */
    public enum Kind {
      SOURCE,
      ENABLED,
      PRIORITY,
      OUTPUT,
      TAGS,
      EXCEPTIONS,
      DESCRIPTION
    }
  }

  /**
   * The effective condition: macros, lists and exceptions are part of it.
   *
   * @param proved whether the direction follows from the conditions; else the fixtures show it
   * @param causes what was edited, with file and line
   * @param lost events that matched before only
   * @param gained events that match now only
   */
  public record ConditionChange(
      Direction direction, boolean proved, List<String> causes, Witnesses lost, Witnesses gained) {
    public ConditionChange {
      causes = List.copyOf(causes);
    }
  }

  /** Which way a condition went. */
  public enum Direction {
    WIDENED,
    NARROWED,
    CHANGED
  }

  /**
   * An earlier rule that takes a rule's events.
   *
   * @param proved what follows from the conditions alone, or empty
   * @param by earlier rules, with the events that they take
   */
  public record Shadowing(String proved, List<Taken> by) {
    public Shadowing {
      by = List.copyOf(by);
    }
  }

  /** Events that another rule takes. */
  public record Taken(String rule, Witnesses events) {}

  public RuleChange {
    aspects = List.copyOf(aspects);
  }
}
