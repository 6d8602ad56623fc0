/**
 * One static accessor per row of the field catalogue. An accessor reads the match context and
 * returns the value or says that it is absent; it never throws and never allocates on the usual
 * path.
 */
@NullMarked
package io.falcoj.runtime.fields;

import org.jspecify.annotations.NullMarked;
