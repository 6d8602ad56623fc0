/** Measurements: JMH for stages, whole passes for the budgets. Equal results are asserted first. */
@NullMarked
package io.falcoj.benchmarks;

import org.jspecify.annotations.NullMarked;
