/**
 * Text for people: numbers, flags, addresses, paths and whole event parameters as Falco prints
 * them. In: the match context and a builder. Out: bytes appended to the builder. Knows no field;
 * {@code fields} uses it.
 */
@NullMarked
package io.falcoj.runtime.fields.render;

import org.jspecify.annotations.NullMarked;
