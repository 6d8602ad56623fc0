/** Predicates to predicates of the same meaning that are cheaper to evaluate or to compile. */
@NullMarked
package io.falcoj.compiler.opt;

import org.jspecify.annotations.NullMarked;
