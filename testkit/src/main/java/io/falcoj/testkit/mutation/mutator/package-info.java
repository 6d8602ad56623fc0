/**
 * The kinds of changes, a class each. In: targets. Out: mutants. A new kind is a class and a line
 * in {@code Mutators}.
 */
@NullMarked
package io.falcoj.testkit.mutation.mutator;

import org.jspecify.annotations.NullMarked;
