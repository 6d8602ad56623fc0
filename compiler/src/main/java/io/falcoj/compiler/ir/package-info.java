/** Typed predicates: every field resolved, every literal parsed, no names left. */
@NullMarked
package io.falcoj.compiler.ir;

import org.jspecify.annotations.NullMarked;
