/** One condition: text to tree. The only package that sees ANTLR. */
@NullMarked
package io.falcoj.compiler.syntax.grammar;

import org.jspecify.annotations.NullMarked;
