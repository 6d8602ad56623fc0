package io.falcoj.runtime.state;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** Open descriptors of one process. */
public final class FdTable {
  private final Long2ObjectHashMap<FdInfo> byNumber = new Long2ObjectHashMap<>();

  public @Nullable FdInfo get(long fd) {
    return byNumber.get(fd);
  }

  public int size() {
    return byNumber.size();
  }
}
