/**
 * Reads ring buffers through mapped memory, without a call of the kernel for an event. In: the
 * pages. Out: events of all processors in the order of time.
 */
@NullMarked
package io.falcoj.probe.ring;

import org.jspecify.annotations.NullMarked;
