/** Explanations for people and for programs. In: explanations as data. Out: text or JSON. */
@NullMarked
package io.falcoj.compiler.explain.render;

import org.jspecify.annotations.NullMarked;
