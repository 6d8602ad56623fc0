package io.falcoj.runtime.state.container;

import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * What cgroups say about a container.
 *
 * @param id short id, or {@link ContainerInfo#HOST_ID}
 * @param info all that there is to know, for runtimes that nobody can be asked about; else null
 */
public record CgroupMatch(ByteSlice id, @Nullable ContainerInfo info) {
  static final CgroupMatch HOST = new CgroupMatch(ContainerInfo.HOST_ID, null);
}
