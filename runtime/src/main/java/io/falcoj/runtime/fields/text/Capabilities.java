package io.falcoj.runtime.fields.text;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** Names of the bits in a set of Linux capabilities ({@code include/uapi/linux/capability.h}). */
public final class Capabilities {
  private static final String[] NAMES = {
    "CHOWN",
    "DAC_OVERRIDE",
    "DAC_READ_SEARCH",
    "FOWNER",
    "FSETID",
    "KILL",
    "SETGID",
    "SETUID",
    "SETPCAP",
    "LINUX_IMMUTABLE",
    "NET_BIND_SERVICE",
    "NET_BROADCAST",
    "NET_ADMIN",
    "NET_RAW",
    "IPC_LOCK",
    "IPC_OWNER",
    "SYS_MODULE",
    "SYS_RAWIO",
    "SYS_CHROOT",
    "SYS_PTRACE",
    "SYS_PACCT",
    "SYS_ADMIN",
    "SYS_BOOT",
    "SYS_NICE",
    "SYS_RESOURCE",
    "SYS_TIME",
    "SYS_TTY_CONFIG",
    "MKNOD",
    "LEASE",
    "AUDIT_WRITE",
    "AUDIT_CONTROL",
    "SETFCAP",
    "MAC_OVERRIDE",
    "MAC_ADMIN",
    "SYSLOG",
    "WAKE_ALARM",
    "BLOCK_SUSPEND",
    "AUDIT_READ",
    "PERFMON",
    "BPF",
    "CHECKPOINT_RESTORE"
  };

  private Capabilities() {}

  /** Names of the set bits, lowest first, with blanks between them. */
  public static ByteSlice names(MatchContext ctx, long bits) {
    TextBuilder text = ctx.text();
    for (int i = 0; i < NAMES.length; i++) {
      if ((bits >>> i & 1) != 0) {
        if (text.length() > 0) {
          text.append(' ');
        }
        text.append("CAP_").append(NAMES[i]);
      }
    }
    return text.finish(ctx.slice());
  }
}
