/**
 * Text to trees. In: the catalogue of declarations, list names in conditions still to be replaced.
 * Out: expressions with their places. The only package that sees ANTLR; knows nothing of macros.
 */
@NullMarked
package io.falcoj.compiler.syntax;

import org.jspecify.annotations.NullMarked;
