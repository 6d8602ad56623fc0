package io.falcoj.runtime.state.container;

import io.falcoj.runtime.value.ByteSlice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Known containers by short id; the host is always among them. */
public final class ContainerTable {
  private final Map<ByteSlice, ContainerInfo> byId = new LinkedHashMap<>();
  private final int capacity;
  private final Room room;
  private long refused;

  /**
   * @param capacity containers to keep; later ones are refused and counted
   * @param room memory for them
   */
  public ContainerTable(int capacity, Room room) {
    this.capacity = capacity;
    this.room = room;
  }

  /** The container of that id, or null while nothing is known of it. */
  public @Nullable ContainerInfo find(ByteSlice id) {
    return id == ContainerInfo.HOST_ID ? ContainerInfo.HOST : byId.get(id);
  }

  /** True when a container has that address, written with dots. */
  public boolean hasIp(ByteSlice ip) {
    for (ContainerInfo info : byId.values()) {
      if (info.ip().contentEquals(ip)) {
        return true;
      }
    }
    return false;
  }

  /** Number of containers, without the host. */
  public int size() {
    return byId.size();
  }

  /** Containers that found no room. */
  public long refused() {
    return refused;
  }

  public void put(ContainerInfo info) {
    boolean full = byId.size() >= capacity && !byId.containsKey(info.id());
    if (full || !room.take(info.bytes())) {
      refused++;
      return;
    }
    gone(byId.put(info.id(), info));
  }

  public void remove(ByteSlice id) {
    gone(byId.remove(id));
  }

  private void gone(@Nullable ContainerInfo info) {
    room.give(info == null ? 0 : info.bytes());
  }
}
