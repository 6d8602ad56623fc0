package io.falcoj.compiler.yaml;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Set;

/**
 * A rule's definition.
 *
 * @param priority as written, known to be one
 * @param output trimmed
 */
public record RuleDecl(
    String name,
    String source,
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
}
