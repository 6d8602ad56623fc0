/**
 * Requests over unix sockets, by HTTP/1.1 and by gRPC, with limits of time and length. Knows
 * nothing of containers.
 */
@NullMarked
package io.falcoj.agent.containers.socket;

import org.jspecify.annotations.NullMarked;
