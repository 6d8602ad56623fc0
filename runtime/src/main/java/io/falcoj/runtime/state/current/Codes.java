package io.falcoj.runtime.state.current;

import io.falcoj.runtime.schema.EventTable;

/** Codes of the event types that one handler treats differently. */
public final class Codes {
  public static final int EXECVE_E = of("SYSCALL_EXECVE_19_E");
  public static final int EXECVE_X = of("SYSCALL_EXECVE_19_X");
  public static final int EXECVEAT_E = of("SYSCALL_EXECVEAT_E");
  public static final int VFORK_X = of("SYSCALL_VFORK_20_X");
  public static final int OPEN_X = of("SYSCALL_OPEN_X");
  public static final int CREAT_X = of("SYSCALL_CREAT_X");
  public static final int OPENAT_X = of("SYSCALL_OPENAT_2_X");
  public static final int OPENAT2_X = of("SYSCALL_OPENAT2_X");
  public static final int OPEN_BY_HANDLE_AT_X = of("SYSCALL_OPEN_BY_HANDLE_AT_X");
  public static final int CONNECT_X = of("SOCKET_CONNECT_X");
  public static final int ACCEPT_X = of("SOCKET_ACCEPT_5_X");
  public static final int ACCEPT4_X = of("SOCKET_ACCEPT4_6_X");
  public static final int DUP3_X = of("SYSCALL_DUP3_X");
  public static final int PIPE2_X = of("SYSCALL_PIPE2_X");
  public static final int UNSHARE_X = of("SYSCALL_UNSHARE_X");
  public static final int SCHEDSWITCH = of("SCHEDSWITCH_6_E");
  public static final int PROCINFO = of("PROCINFO_E");

  private static final int OPEN_E = of("SYSCALL_OPEN_E");
  private static final int CREAT_E = of("SYSCALL_CREAT_E");
  private static final int OPENAT_E = of("SYSCALL_OPENAT_2_E");
  private static final int OPENAT2_E = of("SYSCALL_OPENAT2_E");
  private static final int CONNECT_E = of("SOCKET_CONNECT_E");

  private Codes() {}

  /** True for enter events whose arguments their exits compare with their own. */
  public static boolean isGuarding(int code) {
    return code == OPEN_E
        || code == CREAT_E
        || code == OPENAT_E
        || code == OPENAT2_E
        || code == EXECVE_E
        || keepsEmpty(code);
  }

  /** True for those of them that count even without their first parameter. */
  public static boolean keepsEmpty(int code) {
    return code == EXECVEAT_E || code == CONNECT_E;
  }

  public static int of(String id) {
    return EventTable.standard().byId(id).code();
  }
}
