/**
 * Conditions to typed predicates. In: a tree without macros. Out: a predicate, and what is wrong
 * with it.
 */
@NullMarked
package io.falcoj.compiler.check.condition;

import org.jspecify.annotations.NullMarked;
