/**
 * Turns a scenario into a capture: real scap events in the layout of the event table. Goes in: a
 * {@link io.falcoj.testkit.scenario.Scenario}; comes out: what an event source delivers, or the
 * bytes of a {@code .scap} file. Nothing here sets fields or state: those follow from the events.
 */
@NullMarked
package io.falcoj.testkit.scenario.scap;

import org.jspecify.annotations.NullMarked;
