/**
 * Diagnostics for people and for programs. In: findings. Out: text, or the JSON of {@code falco
 * -V}.
 */
@NullMarked
package io.falcoj.compiler.diag.render;

import org.jspecify.annotations.NullMarked;
