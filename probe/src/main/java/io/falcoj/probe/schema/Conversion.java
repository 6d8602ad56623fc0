package io.falcoj.probe.schema;

import java.util.Locale;

/** How the C side turns flags of the kernel into those of the event table. */
enum Conversion {
  CLOEXEC,
  CLONE,
  PROT,
  MMAP,
  MOUNT,
  FCNTL,
  PTRACE,
  EPOLL,
  PIDFD,
  DELETE_MODULE,
  FCHOWNAT,
  SOCKET_TYPE,
  MODE,
  DEVICE,
  OPEN;

  static Conversion named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
