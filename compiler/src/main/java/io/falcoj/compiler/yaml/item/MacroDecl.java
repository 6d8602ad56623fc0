package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A macro.
 *
 * @param append whether the condition continues that of an earlier macro of that name
 */
public record MacroDecl(
    String name, ScalarText condition, boolean append, SourceSpan span, List<Location> context)
    implements Declaration {}
