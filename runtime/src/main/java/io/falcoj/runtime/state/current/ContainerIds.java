package io.falcoj.runtime.state.current;

import io.falcoj.runtime.state.container.CgroupMatch;
import io.falcoj.runtime.state.container.CgroupPatterns;
import io.falcoj.runtime.value.ByteSlice;
import java.util.HashMap;
import java.util.Map;

/** Remembers which cgroups belong to which container. */
public final class ContainerIds {
  private static final int CAPACITY = 8192;
  private static final long BYTES = 2L * 1024 * 1024;

  private final Map<ByteSlice, CgroupMatch> known = new HashMap<>();
  private long bytes;

  public CgroupMatch of(ByteSlice cgroups) {
    CgroupMatch match = known.get(cgroups);
    if (match == null) {
      bytes += cgroups.length();
      if (known.size() >= CAPACITY || bytes > BYTES) {
        known.clear();
        bytes = cgroups.length();
      }
      match = CgroupPatterns.match(cgroups);
      known.put(cgroups, match);
    }
    return match;
  }
}
