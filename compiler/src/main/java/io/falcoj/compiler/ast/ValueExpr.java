package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.value.ByteSlice;

/**
 * A literal.
 *
 * @param value bytes after unescaping
 * @param quoted whether it was written in quotes
 */
public record ValueExpr(ByteSlice value, boolean quoted, SourceSpan span) implements Operand {}
