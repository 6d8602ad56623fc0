/**
 * What rules cost. In: rule files and fixtures. Out: CPU time per event with all rules, without
 * any, and with each rule alone. Figures of one machine and one run, good for ratios.
 */
@NullMarked
package io.falcoj.testkit.bench;

import org.jspecify.annotations.NullMarked;
