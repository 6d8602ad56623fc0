package io.falcoj.compiler.explain.render;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A capture that rules are explained over.
 *
 * <pre>
 * 1 systemd
 * ├── 100 sshd ── 200 bash (with a terminal) ── 201 cat /etc/shadow
 * └── 300 nginx in a container
 *
 * event 1   bash reads /etc/passwd
 * event 2   201 becomes cat
 * event 3   cat reads /etc/shadow
 * event 4   nginx writes /var/log/nginx/access.log
 * event 5   nginx makes a socket
 * event 6   nginx connects it to 10.0.0.7:5432
 * event 7   nginx reads /etc/shadow, which fails
 * </pre>
 */
final class Scene {
  /** 2024-05-01T09:00:00 UTC. */
  private static final long START = 1_714_554_000_000_000_000L;

  private static final String CONTAINER =
      "3ad7b26ded6d8e7b23da7d48fe889434573036c27ae5a74837233de441c3601e";
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final long EACCES = -13;

  private final EventEncoder encoder = new EventEncoder();
  private final ScapWriter writer;
  private int events;

  private Scene(ScapWriter writer) {
    this.writer = writer;
  }

  static byte[] capture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      Scene scene = new Scene(writer);
      writer.thread(thread(1, 0, "systemd", "/usr/lib/systemd/systemd"));
      writer.thread(thread(100, 1, "sshd", "/usr/sbin/sshd"));
      ThreadEntry bash = thread(200, 100, "bash", "/usr/bin/bash");
      bash.tty = 34817;
      writer.thread(bash);
      writer.thread(thread(201, 200, "bash", "/usr/bin/bash"));
      ThreadEntry nginx = thread(300, 1, "nginx", "/usr/sbin/nginx");
      nginx.cgroups = ByteSlice.of("cpu=/docker/" + CONTAINER);
      nginx.vpid = 1;
      nginx.vtid = 1;
      writer.thread(nginx);
      scene.openat(200, 3, "/etc/passwd", READ);
      scene.event(
          "SYSCALL_EXECVE_19_X",
          201,
          Map.of(
              "exe",
              "cat",
              "comm",
              "cat",
              "args",
              List.of("/etc/shadow"),
              "tid",
              201L,
              "pid",
              201L,
              "ptid",
              200L,
              "cwd",
              "/root/",
              "tty",
              34817L,
              "trusted_exepath",
              "/usr/bin/cat"));
      scene.openat(201, 3, "/etc/shadow", READ);
      scene.openat(300, 7, "/var/log/nginx/access.log", WRITE);
      scene.event("SOCKET_SOCKET_X", 300, Map.of("fd", 8L, "domain", 2L, "type", 1L));
      scene.event("SOCKET_CONNECT_X", 300, Map.of("fd", 8L));
      scene.openat(300, EACCES, "/etc/shadow", READ);
    }
    return bytes.toByteArray();
  }

  private static ThreadEntry thread(long tid, long parent, String name, String path) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = tid;
    entry.pid = tid;
    entry.vtid = tid;
    entry.vpid = tid;
    entry.ptid = parent;
    entry.sid = 1;
    entry.comm = ByteSlice.of(name);
    entry.exe = ByteSlice.of(name);
    entry.exepath = ByteSlice.of(path);
    entry.cwd = ByteSlice.of("/root/");
    return entry;
  }

  private void openat(long tid, long fd, String path, long flags) throws IOException {
    event(
        "SYSCALL_OPENAT_2_X",
        tid,
        Map.of("fd", fd, "dirfd", -100L, "name", path, "flags", flags, "ino", 77L));
  }

  /** An event; parameters that are not given are zero or absent. */
  private void event(String id, long tid, Map<String, Object> values) throws IOException {
    EventType type = EventTable.standard().byId(id);
    encoder.begin(type, START + events++ * 10_000_000L, tid);
    for (ParamDef param : type.params()) {
      Object value = values.get(param.name());
      if (value instanceof Long number) {
        encoder.number(number);
      } else if (value instanceof String text) {
        encoder.text(text);
      } else if (value instanceof List<?> items) {
        encoder.texts(items.stream().map(String::valueOf).toList());
      } else if (id.equals("SOCKET_CONNECT_X") && param.name().equals("tuple")) {
        encoder.tuple(new byte[] {10, 0, 0, 2}, 41000, new byte[] {10, 0, 0, 7}, 5432);
      } else if (param.type().size() > 0) {
        encoder.number(0);
      } else {
        encoder.absent();
      }
    }
    writer.event(encoder.toRaw(new RawEvent()));
  }
}
