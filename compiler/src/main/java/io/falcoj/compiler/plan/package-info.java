/**
 * Decides what code is written: which rules run for which event, which predicates and values are
 * remembered within an event, where methods are split. Writes none itself.
 */
@NullMarked
package io.falcoj.compiler.plan;

import org.jspecify.annotations.NullMarked;
