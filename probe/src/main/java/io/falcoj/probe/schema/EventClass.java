package io.falcoj.probe.schema;

import io.falcoj.runtime.schema.EventType;

/** Kinds of events that are counted apart: losing one kind hurts otherwise than losing another. */
public enum EventClass {
  /** Lost, a process is not known. */
  CLONE("clone and fork"),
  EXEC("exec"),
  EXIT("exit"),
  OPEN("open"),
  CLOSE("close"),
  CONNECT("connect"),
  DIRECTORY("files and directories"),
  OTHER("other");

  private final String title;

  EventClass(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  static EventClass of(EventType type) {
    return switch (type.name()) {
      case "clone", "clone3", "fork", "vfork" -> CLONE;
      case "execve", "execveat" -> EXEC;
      case "procexit" -> EXIT;
      case "open", "openat", "openat2", "creat", "open_by_handle_at" -> OPEN;
      case "close" -> CLOSE;
      case "connect" -> CONNECT;
      case "chmod",
          "fchmod",
          "fchmodat",
          "link",
          "linkat",
          "symlink",
          "symlinkat",
          "rename",
          "renameat",
          "renameat2",
          "mkdir",
          "mkdirat",
          "rmdir",
          "unlink",
          "unlinkat",
          "chown",
          "fchown",
          "lchown",
          "fchownat",
          "mknod",
          "mknodat",
          "chdir",
          "fchdir",
          "chroot" ->
          DIRECTORY;
      default -> OTHER;
    };
  }
}
