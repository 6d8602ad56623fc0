/**
 * A condition as written: expressions with their spans. Node names follow Falco's {@code
 * filter/ast.h}.
 */
@NullMarked
package io.falcoj.compiler.ast;

import org.jspecify.annotations.NullMarked;
