package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.evt.EventTraits;
import io.falcoj.runtime.fields.evt.EvtOpenFields;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.Arrays;

/** Where the calls on paths carry them, and how they tell success. */
final class FsPathTable {
  /** No such path in the event. */
  static final byte NONE = -1;

  /** The path is the name of the descriptor. */
  static final byte DESCRIPTOR = -2;

  /** Position of the path by event code. */
  static final byte[] NAME = positions();

  static final byte[] SOURCE = positions();
  static final byte[] TARGET = positions();

  static final int RENAMEAT2 = EventTraits.code("SYSCALL_RENAMEAT2_X");
  static final int SYMLINKAT = EventTraits.code("SYSCALL_SYMLINKAT_X");

  private static final boolean[] USES_DIRECTORY = new boolean[NAME.length];
  private static final int RESULT = 0;

  static {
    one("path", "MKDIR_2_X", "MKDIRAT_X", "RMDIR_2_X", "UNLINK_2_X", "CHOWN_X", "LCHOWN_X");
    one("name", "UNLINKAT_2_X", "OPEN_X", "OPENAT_2_X", "OPENAT2_X", "UMOUNT_1_X", "UMOUNT2_X");
    one("filename", "FCHMODAT_X", "CHMOD_X");
    one("pathname", "FCHOWNAT_X");
    one("special", "QUOTACTL_X");
    NAME[EventTraits.code("SYSCALL_FCHMOD_X")] = DESCRIPTOR;
    NAME[EventTraits.code("SYSCALL_FCHOWN_X")] = DESCRIPTOR;
    two("oldpath", "newpath", "RENAME_X", "RENAMEAT_X", "RENAMEAT2_X");
    two("newpath", "oldpath", "LINK_2_X", "LINKAT_2_X");
    two("linkpath", "target", "SYMLINK_X", "SYMLINKAT_X");
    two("dev", "dir", "MOUNT_X");
    for (String id : new String[] {"FCHOWNAT_X", "FCHMODAT_X", "MKDIRAT_X", "UNLINKAT_2_X"}) {
      USES_DIRECTORY[EventTraits.code("SYSCALL_" + id)] = true;
    }
    USES_DIRECTORY[SYMLINKAT] = true;
  }

  private FsPathTable() {}

  private static byte[] positions() {
    byte[] positions = new byte[EventTable.standard().size()];
    Arrays.fill(positions, NONE);
    return positions;
  }

  private static void one(String param, String... ids) {
    for (String id : ids) {
      put(NAME, param, id);
    }
  }

  private static void two(String source, String target, String... ids) {
    for (String id : ids) {
      put(SOURCE, source, id);
      put(TARGET, target, id);
    }
  }

  private static void put(byte[] positions, String param, String id) {
    EventType type = EventTable.standard().byId("SYSCALL_" + id);
    positions[type.code()] = (byte) type.paramIndex(param);
  }

  /** True where a relative path starts from the directory whose descriptor the call took. */
  static boolean usesDirectory(int code) {
    return USES_DIRECTORY[code];
  }

  /** Opens count as successful unless they return -1, even with another error, as upstream. */
  static boolean succeeded(Event event) {
    if (!event.has(RESULT)) {
      return false;
    }
    long result = event.number(RESULT);
    return EvtOpenFields.opens(event.code()) ? result != -1 : result == 0;
  }
}
