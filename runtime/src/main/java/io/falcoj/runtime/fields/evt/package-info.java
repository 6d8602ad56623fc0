/** Accessors of the event itself: number, time, type, arguments, result, paths. */
@NullMarked
package io.falcoj.runtime.fields.evt;

import org.jspecify.annotations.NullMarked;
