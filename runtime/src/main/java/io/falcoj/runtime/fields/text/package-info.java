/**
 * Texts that field accessors put together from parts: argument lists, environments, control groups,
 * capability sets, labels. Threads and containers come in, slices of the context's memory go out.
 */
@NullMarked
package io.falcoj.runtime.fields.text;

import org.jspecify.annotations.NullMarked;
