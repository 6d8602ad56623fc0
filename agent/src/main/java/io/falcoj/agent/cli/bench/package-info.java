/** {@code falcoc bench}: what is measured, and how the figures are printed. */
@NullMarked
package io.falcoj.agent.cli.bench;

import org.jspecify.annotations.NullMarked;
