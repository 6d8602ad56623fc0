/**
 * Trees with resolved names to typed predicates: every field has a type, every literal is parsed,
 * every operator fits its operands; outputs likewise. May use {@code ir} and what stands above it.
 */
@NullMarked
package io.falcoj.compiler.check;

import org.jspecify.annotations.NullMarked;
