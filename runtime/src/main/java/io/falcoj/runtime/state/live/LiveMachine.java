package io.falcoj.runtime.state.live;

import io.falcoj.runtime.source.ThreadPresence;
import io.falcoj.runtime.source.containers.ContainerLookup;
import org.jspecify.annotations.Nullable;

/**
 * What a live source can be asked beside its events; recordings have all there is to know.
 *
 * @param containers asked about containers of which only the id is known, or null
 * @param threads asked about threads that were silent
 * @param stale when they are
 */
public record LiveMachine(
    @Nullable ContainerLookup containers, ThreadPresence threads, StaleThreads stale) {}
