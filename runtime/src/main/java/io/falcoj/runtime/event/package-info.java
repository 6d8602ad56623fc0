/** Flyweight views over one captured event's bytes. No allocation per event, no state. */
@NullMarked
package io.falcoj.runtime.event;

import org.jspecify.annotations.NullMarked;
