/** {@code falcoc format}: which files are laid out, and what becomes of the result. */
@NullMarked
package io.falcoj.agent.cli.format;

import org.jspecify.annotations.NullMarked;
