/**
 * Opens what a run judges: recordings, standard input, followed logs, webhooks. In: configuration.
 * Out: event sources. Imports no command line library.
 */
@NullMarked
package io.falcoj.agent.sources;

import org.jspecify.annotations.NullMarked;
