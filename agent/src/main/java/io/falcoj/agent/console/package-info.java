/** What commands share: their streams, how they end, exit codes. Knows nothing of the project. */
@NullMarked
package io.falcoj.agent.console;

import org.jspecify.annotations.NullMarked;
