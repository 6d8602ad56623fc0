package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Set;

/**
 * A rule after appends and overrides were merged.
 *
 * @param index position of its first definition: the order of evaluation
 * @param condition text with the place of every character, appended fragments included
 * @param output likewise, trimmed
 * @param exceptions as merged; the condition reader puts them behind the condition
 * @param tags sorted
 * @param revisions the declarations that made it, in order; those that a later one replaced
 *     included
 * @param span the rule's name in the file that defined it last
 * @param context what diagnostics about the rule name as their place: the rules content, the rule
 */
public record RuleDef(
    String name,
    int index,
    String source,
    String description,
    Priority priority,
    ScalarText condition,
    ScalarText output,
    Set<String> tags,
    List<ExceptionDef> exceptions,
    boolean enabled,
    boolean warnEvttypes,
    boolean skipIfUnknownFilter,
    boolean capture,
    long captureDurationMillis,
    List<Revision> revisions,
    SourceSpan span,
    List<Location> context) {
  public RuleDef {
    exceptions = List.copyOf(exceptions);
    revisions = List.copyOf(revisions);
    context = List.copyOf(context);
  }

  /** The same rule with another condition. */
  public RuleDef withCondition(ScalarText other) {
    return with(other, exceptions, enabled);
  }

  /** The same rule with other exceptions. */
  public RuleDef withExceptions(List<ExceptionDef> others) {
    return with(condition, others, enabled);
  }

  /** The same rule, switched on whatever its declarations say. */
  public RuleDef switchedOn() {
    return enabled ? this : with(condition, exceptions, true);
  }

  private RuleDef with(
      ScalarText otherCondition, List<ExceptionDef> otherExceptions, boolean runs) {
    return new RuleDef(
        name,
        index,
        source,
        description,
        priority,
        otherCondition,
        output,
        tags,
        otherExceptions,
        runs,
        warnEvttypes,
        skipIfUnknownFilter,
        capture,
        captureDurationMillis,
        revisions,
        span,
        context);
  }
}
