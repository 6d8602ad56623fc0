/**
 * The configuration file ({@code falco.yaml}) and {@code -o} options. In: YAML with environment
 * variables. Out: one record. Imports no command line library.
 */
@NullMarked
package io.falcoj.agent.config;

import org.jspecify.annotations.NullMarked;
