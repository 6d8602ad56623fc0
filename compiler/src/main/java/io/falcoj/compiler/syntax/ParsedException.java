package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ExceptionDef;

/** An exception and the condition under which the rule stays silent. */
public record ParsedException(ExceptionDef exception, Expr condition) {}
