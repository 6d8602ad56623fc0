package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** What a parameter's value stands for: names of flags and users, absolute paths and so on. */
final class ResolvedText {
  private static final String NOT_AVAILABLE = "<NA>";
  private static final String NONE = "<NONE>";

  private ResolvedText() {}

  /** Appends the resolved form; returns false when there is none. */
  static boolean append(MatchContext ctx, int index, TextBuilder out) {
    Event event = ctx.event();
    if (!event.has(index)) {
      return false;
    }
    ParamDef def = event.type().params().get(index);
    FieldType type = def.type();
    int at = event.paramOffset(index);
    int length = event.paramLength(index);
    if (type == FieldType.DYN) {
      int choice = LittleEndian.u8(event.buffer(), at++);
      length--;
      if (choice >= def.variants().size()) {
        return false;
      }
      type = def.variants().get(choice).type();
    }
    int before = out.length();
    switch (type) {
      case FSPATH, FSRELPATH -> appendPath(ctx, index, out);
      case FLAGS8, FLAGS16, FLAGS32, ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32, MODE ->
          appendSymbols(out, ParamText.number(event.buffer(), at, length, type), def, type);
      case FD, PID, ERRNO, SYSCALLID, SIGTYPE, RELTIME, UID, GID ->
          appendNumber(ctx, ParamText.number(event.buffer(), at, length, type), type, out);
      default -> {}
    }
    return out.length() > before;
  }

  private static void appendNumber(MatchContext ctx, long value, FieldType type, TextBuilder out) {
    switch (type) {
      case FD -> DescriptorText.append(ctx, value, out);
      case PID -> {
        ThreadInfo thread = ctx.tables().thread(value);
        if (thread != null) {
          out.append(thread.comm);
        }
      }
      case ERRNO -> appendName(out, value < 0 ? NumberNames.error(-(long) (int) value) : null);
      case SYSCALLID -> appendName(out, SyscallTable.standard().name((int) value));
      case SIGTYPE -> appendName(out, NumberNames.signal(value));
      case RELTIME -> {
        if (value != -1) {
          NumberText.appendSeconds(out, value);
        }
      }
      case UID -> appendUser(ctx, value, out);
      default -> appendGroup(ctx, value, out);
    }
  }

  private static void appendName(TextBuilder out, @Nullable String name) {
    if (name != null) {
      out.append(name);
    }
  }

  private static void appendUser(MatchContext ctx, long uid, TextBuilder out) {
    if (uid == ThreadInfo.NO_ID) {
      out.append(NONE);
      return;
    }
    UserTable.User user = onHost(ctx) ? ctx.tables().users().user(uid) : null;
    appendOrUnknown(out, user == null ? ByteSlice.EMPTY : user.name());
  }

  private static void appendGroup(MatchContext ctx, long gid, TextBuilder out) {
    if (gid == ThreadInfo.NO_ID) {
      out.append(NONE);
      return;
    }
    UserTable.Group group = onHost(ctx) ? ctx.tables().users().group(gid) : null;
    appendOrUnknown(out, group == null ? ByteSlice.EMPTY : group.name());
  }

  private static void appendOrUnknown(TextBuilder out, ByteSlice name) {
    if (name.isEmpty()) {
      out.append(NOT_AVAILABLE);
    } else {
      out.append(name);
    }
  }

  private static boolean onHost(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread != null && thread.containerId.contentEquals(ContainerInfo.HOST_ID);
  }

  private static void appendSymbols(TextBuilder out, long value, ParamDef def, FieldType type) {
    if (def.symbols() == null) {
      return;
    }
    switch (type) {
      case MODE -> FlagText.appendMode(out, value, def.symbols());
      case ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32 -> FlagText.appendEnum(out, value, def.symbols());
      default -> FlagText.appendFlags(out, value, def.symbols());
    }
  }

  /** Appends a relative path made absolute; nothing for one that is absolute already. */
  private static void appendPath(MatchContext ctx, int index, TextBuilder out) {
    ThreadInfo thread = ctx.state().thread;
    Event event = ctx.event();
    ByteSlice path = event.text(index, ctx.slice());
    if (thread == null
        || path == null
        || path.isEmpty()
        || path.at(0) == '/'
        || ParamText.isNullText(event, index)) {
      return;
    }
    ByteSlice base = base(ctx, thread, index);
    out.append(ctx.tables().paths().join(base, path, ctx.slice()));
  }

  /** The directory that a path parameter is relative to; empty when it is not known. */
  private static ByteSlice base(MatchContext ctx, ThreadInfo thread, int index) {
    Event event = ctx.event();
    int dirfdParam = event.type().params().get(index).dirfdParam();
    if (dirfdParam < 0 || !event.has(dirfdParam)) {
      return thread.cwd();
    }
    long dirfd = event.number(dirfdParam);
    if (dirfd == Paths.AT_FDCWD) {
      return thread.cwd();
    }
    FdInfo info = thread.fd(dirfd);
    return info == null || info.name.isEmpty()
        ? ByteSlice.EMPTY
        : ctx.tables().paths().directory(thread, ByteSlice.EMPTY, dirfd);
  }
}
