/**
 * The probe as a source of events: whether it can run here, loading it, what it tells of, and its
 * counters. In: a plan. Out: the snapshot of the machine, then its events.
 */
@NullMarked
package io.falcoj.probe.capture;

import org.jspecify.annotations.NullMarked;
