package io.falcoj.runtime.state;

import io.falcoj.runtime.value.ByteSlice;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Users and groups of the host by number. Those of containers are not known from a recording, as
 * upstream reads them from the container's files.
 */
public final class UserTable {
  /**
   * A user of the machine.
   *
   * @param gid primary group
   */
  public record User(long uid, long gid, ByteSlice name, ByteSlice home, ByteSlice shell) {}

  /** A group of the machine. */
  public record Group(long gid, ByteSlice name) {}

  private final Long2ObjectHashMap<User> users = new Long2ObjectHashMap<>();
  private final Long2ObjectHashMap<Group> groups = new Long2ObjectHashMap<>();
  private final int capacity;
  private final StateCounters counters;

  UserTable(int capacity, StateCounters counters) {
    this.capacity = capacity;
    this.counters = counters;
  }

  /** The user of the host with that number, or null. */
  public @Nullable User user(long uid) {
    return users.get(uid);
  }

  /** The group of the host with that number, or null. */
  public @Nullable Group group(long gid) {
    return groups.get(gid);
  }

  public void put(User user) {
    if (isDirective(user.name())) {
      return;
    }
    if (users.size() >= capacity && !users.containsKey(user.uid())) {
      counters.usersRefused++;
      return;
    }
    users.put(user.uid(), user);
  }

  public void put(Group group) {
    if (isDirective(group.name())) {
      return;
    }
    if (groups.size() >= capacity && !groups.containsKey(group.gid())) {
      counters.usersRefused++;
      return;
    }
    groups.put(group.gid(), group);
  }

  public void removeUser(long uid) {
    users.remove(uid);
  }

  public void removeGroup(long gid) {
    groups.remove(gid);
  }

  /** Lines of NSS files that name no user. */
  private static boolean isDirective(ByteSlice name) {
    return !name.isEmpty() && (name.at(0) == '+' || name.at(0) == '-');
  }
}
