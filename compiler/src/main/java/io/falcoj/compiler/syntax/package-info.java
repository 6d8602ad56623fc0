/**
 * Text to trees. In: the catalogue of declarations, list names in conditions still to be replaced.
 * Out: expressions with their places. Knows nothing of macros.
 */
@NullMarked
package io.falcoj.compiler.syntax;

import org.jspecify.annotations.NullMarked;
