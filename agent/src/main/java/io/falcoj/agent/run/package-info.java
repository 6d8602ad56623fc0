/**
 * {@code falco-run} behind its options: rules and sources in, alerts, a recording and counters out.
 * Knows no option of the command line.
 */
@NullMarked
package io.falcoj.agent.run;

import org.jspecify.annotations.NullMarked;
