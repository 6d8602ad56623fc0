/** {@code falcoc diff}: which rule sets are compared on what, and how the answer is printed. */
@NullMarked
package io.falcoj.agent.cli.diff;

import org.jspecify.annotations.NullMarked;
