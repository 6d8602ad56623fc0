package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transformer call such as {@code tolower(proc.name)}; {@code val(field)} on a right side is one.
 *
 * @param arg selector in brackets behind the call, or null
 */
public record TransformerExpr(
    String name, List<Operand> arguments, @Nullable String arg, SourceSpan span)
    implements Operand {
  public TransformerExpr {
    arguments = List.copyOf(arguments);
  }
}
