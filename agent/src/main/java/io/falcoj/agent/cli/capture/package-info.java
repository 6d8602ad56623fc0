/**
 * {@code falcoc shrink} and {@code falcoc record}: their options, and what is said of what became
 * of a recording.
 */
@NullMarked
package io.falcoj.agent.cli.capture;

import org.jspecify.annotations.NullMarked;
