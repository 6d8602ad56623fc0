package io.falcoj.runtime.fields.user;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** {@code group.*}: the group of the event's thread; unknown ones as in {@link UserFields}. */
public final class GroupFields {
  private GroupFields() {}

  public static long gid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.gid;
  }

  public static @Nullable ByteSlice name(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    UserTable.Group group = ctx.tables().group(thread);
    if (group != null) {
      return group.name();
    }
    return thread.gid == 0 ? UserFields.ROOT : UserFields.UNKNOWN;
  }
}
