package io.falcoj.runtime.fields.user;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.*}: the user of the event's thread. What is unknown is the text {@code <NA>}, but for
 * user 0, who is root everywhere.
 */
public final class UserFields {
  static final ByteSlice UNKNOWN = ByteSlice.of("<NA>");
  static final ByteSlice ROOT = ByteSlice.of("root");

  private static final ByteSlice ROOT_HOME = ByteSlice.of("/root");
  private static final ByteSlice CONTAINER = ByteSlice.of("container");
  private static final int ASYNC = EventTable.standard().byId("ASYNCEVENT_E").code();
  private static final int ASYNC_NAME = 1;
  private static final int CONTAINER_JSON = EventTable.standard().byId("CONTAINER_JSON_2_E").code();

  private UserFields() {}

  public static long uid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.uid;
  }

  public static @Nullable ByteSlice name(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    if (tellsOfContainer(ctx)) {
      ContainerInfo container = ctx.tables().containers().find(thread.containerId);
      if (container != null && !container.user().isEmpty()) {
        return container.user();
      }
    }
    return name(ctx.tables().user(thread), thread.uid);
  }

  public static @Nullable ByteSlice homedir(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    UserTable.User user = ctx.tables().user(thread);
    if (user != null) {
      return user.home();
    }
    return thread.uid == 0 ? ROOT_HOME : UNKNOWN;
  }

  public static @Nullable ByteSlice shell(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    UserTable.User user = ctx.tables().user(thread);
    return user == null ? UNKNOWN : user.shell();
  }

  /** -1 where nobody logged in. */
  public static long loginuid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return ctx.absent();
    }
    return thread.loginuid == ThreadInfo.NO_ID ? -1 : thread.loginuid;
  }

  public static @Nullable ByteSlice loginname(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : name(ctx.tables().loginUser(thread), thread.loginuid);
  }

  private static ByteSlice name(UserTable.@Nullable User user, long uid) {
    if (user != null) {
      return user.name();
    }
    return uid == 0 ? ROOT : UNKNOWN;
  }

  private static boolean tellsOfContainer(MatchContext ctx) {
    Event event = ctx.event();
    if (event.code() == CONTAINER_JSON) {
      return true;
    }
    if (event.code() != ASYNC) {
      return false;
    }
    ByteSlice name = event.text(ASYNC_NAME, ctx.slice());
    return name != null && name.contentEquals(CONTAINER);
  }
}
