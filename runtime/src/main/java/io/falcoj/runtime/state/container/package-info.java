/**
 * Containers: the id that a thread's cgroups give away, and the metadata that container events
 * carry. Cgroup paths and JSON texts come in; container descriptions go out. Knows nothing of
 * threads.
 */
@NullMarked
package io.falcoj.runtime.state.container;

import org.jspecify.annotations.NullMarked;
