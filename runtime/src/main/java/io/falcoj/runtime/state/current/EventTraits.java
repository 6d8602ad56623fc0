package io.falcoj.runtime.state.current;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What must be known of an event type before its handler runs, by code. */
public final class EventTraits {
  /** How the thread of an event is found. */
  public enum ThreadOf {
    /** The event has none. */
    NOBODY,
    /** Only if it is known. */
    KNOWN,
    /** A thread that is not known is made up. */
    ANYBODY
  }

  private static final List<String> NOBODYS =
      List.of(
          "CONTAINER_JSON_2_E",
          "USER_ADDED_E",
          "USER_DELETED_E",
          "GROUP_ADDED_E",
          "GROUP_DELETED_E",
          "PLUGINEVENT_E",
          "ASYNCEVENT_E");

  /** Events that come from threads just born, idle or gone. */
  private static final List<String> KNOWN_ONLY =
      List.of(
          "SYSCALL_CLONE_20_X",
          "SYSCALL_CLONE3_X",
          "SYSCALL_FORK_20_X",
          "SYSCALL_VFORK_20_X",
          "SCHEDSWITCH_6_E",
          "PROCEXIT_1_E",
          "PROCINFO_E");

  /**
   * Types whose descriptor is not where it is in others, and its position. Upstream: {@code
   * get_exit_event_fd_location} of {@code userspace/libscap/scap_event.c}.
   */
  private static final Map<String, Integer> FD_PARAM =
      Map.of(
          "SYSCALL_MMAP_E", 4, "SYSCALL_MMAP2_E", 4, "SYSCALL_SPLICE_E", 1, "SYSCALL_SPLICE_X", 2);

  private final ThreadOf[] threadOf;
  private final boolean[] enter;
  private final boolean[] usesFd;
  private final boolean[] aboutFd;
  private final byte[] fdParam;

  private static final class Holder {
    static final EventTraits STANDARD = new EventTraits();
  }

  /** Those of the event table. */
  public static EventTraits standard() {
    return Holder.STANDARD;
  }

  private EventTraits() {
    EventTable table = EventTable.standard();
    threadOf = new ThreadOf[table.size()];
    enter = new boolean[table.size()];
    usesFd = new boolean[table.size()];
    aboutFd = new boolean[table.size()];
    fdParam = new byte[table.size()];
    Arrays.fill(fdParam, (byte) -1);
    for (EventType type : table.all()) {
      int code = type.code();
      threadOf[code] = threadOf(type);
      enter[code] = code % 2 == 0;
      usesFd[code] = type.has(Flag.USES_FD);
      aboutFd[code] = usesFd[code] || type.has(Flag.CREATES_FD) || type.has(Flag.DESTROYS_FD);
      if (usesFd[code]) {
        fdParam[code] = (byte) (enter[code] ? 0 : firstFd(type));
      }
    }
    FD_PARAM.forEach((id, param) -> fdParam[table.byId(id).code()] = param.byteValue());
  }

  private static ThreadOf threadOf(EventType type) {
    if (NOBODYS.contains(type.id())) {
      return ThreadOf.NOBODY;
    }
    if (KNOWN_ONLY.contains(type.id())) {
      return ThreadOf.KNOWN;
    }
    return type.has(Flag.SKIPPARSERESET) ? ThreadOf.NOBODY : ThreadOf.ANYBODY;
  }

  private static int firstFd(EventType type) {
    for (int i = 1; i < type.params().size(); i++) {
      if (type.params().get(i).type() == FieldType.FD) {
        return i;
      }
    }
    return -1;
  }

  public ThreadOf threadOf(int code) {
    return threadOf[code];
  }

  public boolean isEnter(int code) {
    return enter[code];
  }

  /** True when the call takes a descriptor. */
  public boolean usesFd(int code) {
    return usesFd[code];
  }

  /** True when the call takes, makes or closes a descriptor. */
  public boolean isAboutFd(int code) {
    return aboutFd[code];
  }

  /** Parameter that holds the descriptor which the call takes; -1 none. */
  public int fdParam(int code) {
    return fdParam[code];
  }
}
