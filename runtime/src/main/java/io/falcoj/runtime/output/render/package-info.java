/**
 * The alert of a rule that matched: its template bound to the fields, and what is appended to it. A
 * match comes in, an {@code Alert} goes out; formats and sinks know nothing of this.
 */
@NullMarked
package io.falcoj.runtime.output.render;

import org.jspecify.annotations.NullMarked;
