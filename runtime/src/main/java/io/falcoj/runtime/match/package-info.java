/** Runs rule sets over events: dispatch, first or all matching, counters. */
@NullMarked
package io.falcoj.runtime.match;

import org.jspecify.annotations.NullMarked;
