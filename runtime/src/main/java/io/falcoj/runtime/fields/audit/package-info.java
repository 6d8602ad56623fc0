/**
 * How audit fields find their values: paths that branch at arrays, the lists of containers of a
 * pod, query parameters, texts of JSON nodes. In: the match context's audit event. Out: slices and
 * lists. Used by the accessors in {@code fields} alone.
 */
@NullMarked
package io.falcoj.runtime.fields.audit;

import org.jspecify.annotations.NullMarked;
