/**
 * What a rule can name: field rows, event types with their parameters, flag tables and system
 * calls.
 *
 * <p>In: the tables under {@code resources}. Out: immutable rows. Imports nothing else of the
 * project.
 */
@NullMarked
package io.falcoj.runtime.schema;

import org.jspecify.annotations.NullMarked;
