/**
 * Asks the container runtimes of this machine about containers, over their sockets: the client side
 * of the service interface that {@code runtime.source.containers} is.
 */
@NullMarked
package io.falcoj.agent.containers;

import org.jspecify.annotations.NullMarked;
