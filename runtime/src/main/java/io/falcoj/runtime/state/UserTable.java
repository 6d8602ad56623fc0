package io.falcoj.runtime.state;

import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.state.limits.StateCounters;
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
  public record User(long uid, long gid, ByteSlice name, ByteSlice home, ByteSlice shell) {
    long bytes() {
      return MemoryBudget.USER + name.length() + home.length() + shell.length();
    }
  }

  /** A group of the machine. */
  public record Group(long gid, ByteSlice name) {
    long bytes() {
      return MemoryBudget.USER + name.length();
    }
  }

  private final Long2ObjectHashMap<User> users = new Long2ObjectHashMap<>();
  private final Long2ObjectHashMap<Group> groups = new Long2ObjectHashMap<>();
  private final int capacity;
  private final MemoryBudget budget;
  private final StateCounters counters;

  UserTable(int capacity, MemoryBudget budget, StateCounters counters) {
    this.capacity = capacity;
    this.budget = budget;
    this.counters = counters;
  }

  /** Known users and groups. */
  public int size() {
    return users.size() + groups.size();
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
    boolean full = users.size() >= capacity && !users.containsKey(user.uid());
    if (full || !budget.take(user.bytes())) {
      counters.usersRefused++;
      return;
    }
    gone(users.put(user.uid(), user));
  }

  public void put(Group group) {
    if (isDirective(group.name())) {
      return;
    }
    boolean full = groups.size() >= capacity && !groups.containsKey(group.gid());
    if (full || !budget.take(group.bytes())) {
      counters.usersRefused++;
      return;
    }
    gone(groups.put(group.gid(), group));
  }

  public void removeUser(long uid) {
    gone(users.remove(uid));
  }

  public void removeGroup(long gid) {
    gone(groups.remove(gid));
  }

  private void gone(@Nullable User user) {
    budget.give(user == null ? 0 : user.bytes());
  }

  private void gone(@Nullable Group group) {
    budget.give(group == null ? 0 : group.bytes());
  }

  /** Lines of NSS files that name no user. */
  private static boolean isDirective(ByteSlice name) {
    return !name.isEmpty() && (name.at(0) == '+' || name.at(0) == '-');
  }
}
