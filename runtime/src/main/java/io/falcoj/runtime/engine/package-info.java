/** The façade: wires a source through decoder, state, matching and output. */
@NullMarked
package io.falcoj.runtime.engine;

import org.jspecify.annotations.NullMarked;
