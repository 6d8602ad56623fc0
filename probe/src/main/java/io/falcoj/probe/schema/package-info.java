/**
 * The tables behind the probe: the steps that make each event, the layout of what C and Java share,
 * and the header that the C side is compiled with. In: the runtime's tables of events and system
 * calls. Out: rows for the kernel's table of calls.
 */
@NullMarked
package io.falcoj.probe.schema;

import org.jspecify.annotations.NullMarked;
