/** How much the state may keep, what it holds, and what it had to leave out. Knows no table. */
@NullMarked
package io.falcoj.runtime.state.limits;

import org.jspecify.annotations.NullMarked;
