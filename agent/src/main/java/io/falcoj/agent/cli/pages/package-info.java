/** {@code falcoc docs}. */
@NullMarked
package io.falcoj.agent.cli.pages;

import org.jspecify.annotations.NullMarked;
