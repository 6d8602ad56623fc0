/**
 * Test files as written: suites, cases, expectations. Imports neither the compiler nor the runtime.
 */
@NullMarked
package io.falcoj.testkit.suite;

import org.jspecify.annotations.NullMarked;
