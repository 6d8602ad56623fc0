/**
 * What the handlers of events work with: the event at hand with its thread and descriptor, readers
 * of parameters, texts of addresses, traits of event types. Imports no handler.
 */
@NullMarked
package io.falcoj.runtime.state.current;

import org.jspecify.annotations.NullMarked;
