/** Positions: where every character of a condition stands in the user's files. */
@NullMarked
package io.falcoj.compiler.source;

import org.jspecify.annotations.NullMarked;
