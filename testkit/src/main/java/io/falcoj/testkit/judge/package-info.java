/**
 * Judges the events of a case and compares the alerts with what the case expects. In: compiled
 * rules, events, expectations. Out: differences as data, nothing of the events.
 */
@NullMarked
package io.falcoj.testkit.judge;

import org.jspecify.annotations.NullMarked;
