package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.UserTable;
import io.falcoj.runtime.state.UserTable.Group;
import io.falcoj.runtime.state.UserTable.User;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;

/** Who a thread is, and the users and groups that a recording tells of. */
final class UserEvents {
  private UserEvents() {}

  static void setuid(Current c) {
    setUser(c, 1);
  }

  /** {@code setreuid}, {@code setresuid}: the effective id counts. */
  static void setEffectiveUser(Current c) {
    setUser(c, 2);
  }

  private static void setUser(Current c, int param) {
    if (Params.result(c.event) == 0 && c.thread != null && c.event.has(param)) {
      c.thread.uid = Params.number(c.event, param);
    }
  }

  static void setgid(Current c) {
    setGroup(c, 1);
  }

  /** {@code setregid}, {@code setresgid}. */
  static void setEffectiveGroup(Current c) {
    setGroup(c, 2);
  }

  private static void setGroup(Current c, int param) {
    if (Params.result(c.event) == 0 && c.thread != null && c.event.has(param)) {
      c.thread.gid = Params.number(c.event, param);
    }
  }

  static void userAdded(Current c) {
    Event e = c.event;
    if (ofHost(e, 5)) {
      c.tables
          .users()
          .put(
              new User(
                  Params.number(e, 0), Params.number(e, 1), text(e, 2), text(e, 3), text(e, 4)));
    }
  }

  static void userDeleted(Current c) {
    if (ofHost(c.event, 5)) {
      c.tables.users().removeUser(Params.number(c.event, 0));
    }
  }

  static void groupAdded(Current c) {
    if (ofHost(c.event, 2)) {
      UserTable users = c.tables.users();
      users.put(new Group(Params.number(c.event, 0), text(c.event, 1)));
    }
  }

  static void groupDeleted(Current c) {
    if (ofHost(c.event, 2)) {
      c.tables.users().removeGroup(Params.number(c.event, 0));
    }
  }

  private static ByteSlice text(Event e, int param) {
    return Params.text(e, param, new ByteSlice()).copy();
  }

  /** Users of a container name its id. */
  private static boolean ofHost(Event e, int containerParam) {
    return Params.text(e, containerParam, new ByteSlice()).isEmpty();
  }
}
