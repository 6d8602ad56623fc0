package io.falcoj.runtime.state.current;

import io.falcoj.runtime.state.container.CgroupMatch;
import io.falcoj.runtime.state.container.CgroupPatterns;
import io.falcoj.runtime.value.ByteSlice;
import java.util.HashMap;
import java.util.Map;

/** Remembers which cgroups belong to which container. */
public final class ContainerIds {
  private static final int CAPACITY = 8192;
  private final Map<ByteSlice, CgroupMatch> known = new HashMap<>();

  public CgroupMatch of(ByteSlice cgroups) {
    CgroupMatch match = known.get(cgroups);
    if (match == null) {
      if (known.size() >= CAPACITY) {
        known.clear();
      }
      match = CgroupPatterns.match(cgroups);
      known.put(cgroups, match);
    }
    return match;
  }
}
