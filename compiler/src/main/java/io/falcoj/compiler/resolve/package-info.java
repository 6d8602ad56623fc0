/**
 * Trees in, trees out: lists, macros and exceptions become part of the conditions that use them.
 */
@NullMarked
package io.falcoj.compiler.resolve;

import org.jspecify.annotations.NullMarked;
