/**
 * Decides which rules run for which event and what is asked on the way to them: conditions are
 * specialised for event types, what rules have in common is asked once, and texts that many rules
 * compare with are looked up together.
 */
@NullMarked
package io.falcoj.compiler.dispatch;

import org.jspecify.annotations.NullMarked;
