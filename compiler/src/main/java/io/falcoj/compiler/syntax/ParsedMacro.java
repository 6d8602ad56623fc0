package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.MacroDef;
import org.jspecify.annotations.Nullable;

/**
 * A macro as read.
 *
 * @param condition may name other macros; null when it was reported as an error
 */
public record ParsedMacro(MacroDef macro, @Nullable Expr condition) {}
