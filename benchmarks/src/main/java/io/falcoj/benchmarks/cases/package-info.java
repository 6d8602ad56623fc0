/** Rule tests in bulk: writes test files with many cases, and runs them in one JVM. */
@NullMarked
package io.falcoj.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
