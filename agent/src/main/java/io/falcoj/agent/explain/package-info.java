/**
 * {@code falcoc explain}: replays events and hands them to the compiler's explanations. In: what
 * the user asks. Out: text or JSON.
 */
@NullMarked
package io.falcoj.agent.explain;

import org.jspecify.annotations.NullMarked;
