package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of event it is. */
public final class EvtFields {
  private static final ByteSlice EXIT = ByteSlice.of("<");
  private static final ByteSlice ENTER = ByteSlice.of(">");
  private static final ByteSlice UNKNOWN = ByteSlice.of("unknown");
  private static final ByteSlice FILE = ByteSlice.of("file");
  private static final ByteSlice NET = ByteSlice.of("net");
  private static final ByteSlice IPC = ByteSlice.of("ipc");
  private static final ByteSlice ABSENT_NAME = ByteSlice.of("<NA>");
  private static final int ASYNC_NAME = 1;
  private static final ByteSlice[] CATEGORY_LABELS = categoryLabels();

  private EvtFields() {}

  private static ByteSlice[] categoryLabels() {
    Category[] categories = Category.values();
    ByteSlice[] labels = new ByteSlice[categories.length];
    for (Category category : categories) {
      labels[category.ordinal()] =
          ByteSlice.of(category == Category.IPC ? "IPC" : category.name().toLowerCase(Locale.ROOT));
    }
    return labels;
  }

  public static ByteSlice type(MatchContext ctx) {
    Event event = ctx.event();
    int code = event.code();
    if (code == EventTraits.GENERIC) {
      return EventTraits.syscallName(event);
    }
    if (code == EventTraits.ASYNC) {
      ByteSlice name = event.text(ASYNC_NAME, ctx.slice());
      return name == null ? ABSENT_NAME : name;
    }
    return EventTraits.name(code);
  }

  public static @Nullable ByteSlice syscallType(MatchContext ctx) {
    Event event = ctx.event();
    int code = event.code();
    if (!EventTraits.isSyscall(code)) {
      return null;
    }
    return code == EventTraits.GENERIC ? EventTraits.syscallName(event) : EventTraits.name(code);
  }

  /**
   * Compares the event's code with a number, or with the first code of a name and the exit behind
   * it.
   */
  public static long typeIs(MatchContext ctx, ByteSlice type) {
    int code = ctx.event().code();
    if (!type.isEmpty() && type.at(0) >= '0' && type.at(0) <= '9') {
      return code == Integer.parseInt(type.toString()) ? 1 : 0;
    }
    List<EventType> named = EventTable.standard().named(type.toString());
    if (named.isEmpty()) {
      return 0;
    }
    int first = named.get(0).code();
    return code == first || code == first + 1 ? 1 : 0;
  }

  public static ByteSlice dir(MatchContext ctx) {
    return ctx.event().type().enter() ? ENTER : EXIT;
  }

  /** Category of the type; for calls that move data, that of the descriptor. */
  public static ByteSlice category(MatchContext ctx) {
    int code = ctx.event().code();
    if (!EventTraits.isIo(code)) {
      Category category = EventTraits.category(code);
      return category == null ? UNKNOWN : CATEGORY_LABELS[category.ordinal()];
    }
    FdInfo fd = ctx.state().fd;
    if (fd == null) {
      return UNKNOWN;
    }
    return switch (fd.kind) {
      case FILE, FILE_V2, DIRECTORY -> FILE;
      case IPV4, IPV6, IPV4_SERVER, IPV6_SERVER -> NET;
      case FIFO, UNIX, EVENT, SIGNALFD, INOTIFY, USERFAULTFD -> IPC;
      default -> UNKNOWN;
    };
  }

  public static long cpu(MatchContext ctx) {
    return (short) ctx.event().cpu();
  }

  public static long isWait(MatchContext ctx) {
    return EventTraits.waits(ctx.event().code()) ? 1 : 0;
  }
}
