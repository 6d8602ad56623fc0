/** Alerts: what they hold, how they look as text and as JSON, and where they go. */
@NullMarked
package io.falcoj.runtime.output;

import org.jspecify.annotations.NullMarked;
