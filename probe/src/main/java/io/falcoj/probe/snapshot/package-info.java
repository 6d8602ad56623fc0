/**
 * What exists on the machine when the probe begins: lists that iterators in the kernel write, or
 * {@code /proc} where they cannot run. Out: entries as a capture begins with them.
 */
@NullMarked
package io.falcoj.probe.snapshot;

import org.jspecify.annotations.NullMarked;
