/**
 * The code that the compiler makes of rules against what a programmer would write for them. In: a
 * capture. Out: the time of matching alone, as a ratio.
 */
@NullMarked
package io.falcoj.benchmarks.twin;

import org.jspecify.annotations.NullMarked;
