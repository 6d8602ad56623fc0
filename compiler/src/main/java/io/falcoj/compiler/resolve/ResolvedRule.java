package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.RuleDef;

/** A rule whose condition names neither lists nor macros any more; exceptions are part of it. */
public record ResolvedRule(RuleDef rule, Expr condition) {}
