/**
 * {@code falco-run} and {@code falcoc}: options, exit codes, messages. The only package that knows
 * the command line library.
 */
@NullMarked
package io.falcoj.agent.cli;

import org.jspecify.annotations.NullMarked;
