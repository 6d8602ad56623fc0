/** {@code falcoc test} behind its options: finds suites, runs them, writes reports. */
@NullMarked
package io.falcoj.agent.testing;

import org.jspecify.annotations.NullMarked;
