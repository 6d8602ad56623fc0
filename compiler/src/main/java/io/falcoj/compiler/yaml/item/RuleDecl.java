package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Set;

/**
 * A rule's definition.
 *
 * @param sourceText the event source; stands at the name when it is not said
 * @param priority as written, known to be one
 * @param output trimmed
 */
public record RuleDecl(
    String name,
    ScalarText sourceText,
    ScalarText condition,
    ScalarText output,
    String description,
    String priority,
    Set<String> tags,
    List<ExceptionDecl> exceptions,
    boolean enabled,
    boolean warnEvttypes,
    boolean skipIfUnknownFilter,
    boolean capture,
    long captureDurationMillis,
    SourceSpan span,
    List<Location> context)
    implements Declaration {
  public RuleDecl {
    tags = Set.copyOf(tags);
    exceptions = List.copyOf(exceptions);
  }

  /** Name of the event source. */
  public String source() {
    return sourceText.text();
  }
}
