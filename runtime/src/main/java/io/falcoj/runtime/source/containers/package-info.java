/**
 * The service interface to container runtimes: who is asked about a container of which only the id
 * is known, and how the answer reaches the stream of events without anything waiting for it.
 */
@NullMarked
package io.falcoj.runtime.source.containers;

import org.jspecify.annotations.NullMarked;
