/** Accessors of the descriptor that the event is about, and of paths in its arguments. */
@NullMarked
package io.falcoj.runtime.fields.fd;

import org.jspecify.annotations.NullMarked;
