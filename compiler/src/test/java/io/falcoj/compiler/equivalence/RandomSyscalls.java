package io.falcoj.compiler.equivalence;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * System call events made from numbers: equal numbers give equal events. Types and values are drawn
 * from small pools, so that conditions meet them.
 *
 * <pre>
 * 1 systemd
 * ├── 100 sshd ── 200 bash (101 is a thread of 100)
 * └── 300 nginx in a container
 * </pre>
 */
final class RandomSyscalls {
  static final long START = 1_700_000_000_000_000_000L;

  private static final long[] TIDS = {1, 100, 101, 200, 300, 4242};
  private static final String CONTAINER =
      "3ad7b26ded6d8e7b23da7d48fe889434573036c27ae5a74837233de441c3601e";
  static final List<String> TEXTS =
      List.of(
          "",
          "/etc/shadow",
          "/etc/passwd",
          "/usr/bin/bash",
          "/var/log/../log/x",
          "bash",
          "-c",
          "id",
          "etc/hosts",
          "Hello World",
          "aGVsbG8=",
          "caf\u00e9",
          "/",
          ".",
          "a,b",
          "*.so");
  private static final List<EventType> TYPES =
      EventTable.standard().all().stream()
          .filter(type -> !type.enter() && !type.has(Flag.OLD_VERSION) && !type.has(Flag.UNUSED))
          .toList();
  private static final List<EventType> COMMON =
      Stream.of(
              "SYSCALL_OPENAT_2_X",
              "SYSCALL_EXECVE_19_X",
              "SYSCALL_CLONE_20_X",
              "SOCKET_CONNECT_X",
              "SYSCALL_READ_X",
              "SYSCALL_WRITE_X",
              "SYSCALL_CLOSE_X",
              "SOCKET_ACCEPT4_6_X",
              "GENERIC_X",
              "ASYNCEVENT_E",
              "SYSCALL_DUP3_X")
          .flatMap(id -> EventTable.standard().all().stream().filter(t -> t.id().equals(id)))
          .toList();

  private RandomSyscalls() {}

  /** The process tree and descriptors that are there before the first event. */
  static void snapshot(SourceHandler handler) {
    handler.thread(thread(1, 1, 0, "systemd", "/usr/lib/systemd/systemd"));
    handler.thread(thread(100, 100, 1, "sshd", "/usr/sbin/sshd"));
    handler.thread(thread(101, 100, 1, "sshd", "/usr/sbin/sshd"));
    handler.thread(thread(200, 200, 100, "bash", "/usr/bin/bash"));
    ThreadEntry nginx = thread(300, 300, 1, "nginx", "/usr/sbin/nginx");
    nginx.cgroups = ByteSlice.of("cpu=/docker/" + CONTAINER + "\0memory=/docker/" + CONTAINER);
    nginx.vpid = 1;
    nginx.vtid = 1;
    handler.thread(nginx);
    for (long tid : List.of(100L, 200L, 300L)) {
      handler.descriptor(file(tid, 3, "/etc/passwd"));
      handler.descriptor(socket(tid, 4, 4, new byte[] {127, 0, 0, 1}, new byte[] {10, 0, 0, 7}));
      byte[] local = new byte[16];
      local[15] = 1;
      handler.descriptor(socket(tid, 5, 7, local, local));
    }
    ByteSlice root = ByteSlice.of("root");
    handler.user(
        new UserEntry(false, 0, 0, root, ByteSlice.of("/root"), ByteSlice.of("/bin/bash")));
    handler.user(new UserEntry(true, 0, 0, root, ByteSlice.EMPTY, ByteSlice.EMPTY));
  }

  private static ThreadEntry thread(long tid, long pid, long parent, String name, String path) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = tid;
    entry.pid = pid;
    entry.vtid = tid;
    entry.vpid = pid;
    entry.ptid = parent;
    entry.sid = 1;
    entry.comm = ByteSlice.of(name);
    entry.exe = ByteSlice.of(name);
    entry.exepath = ByteSlice.of(path);
    entry.args = ByteSlice.of("-c\0id");
    entry.env = ByteSlice.of("PATH=/bin\0HOME=/root");
    entry.cwd = ByteSlice.of("/root/");
    entry.uid = pid == 300 ? 33 : 0;
    entry.loginuid = 1000;
    entry.tty = pid == 200 ? 34817 : 0;
    entry.vmSizeKb = 1 << 20;
    return entry;
  }

  private static FdEntry file(long tid, long fd, String path) {
    ByteSlice none = ByteSlice.EMPTY;
    return new FdEntry(tid, fd, 77, 5, 1, 2049, none, 0, none, 0, 0, 0, 0, ByteSlice.of(path));
  }

  private static FdEntry socket(long tid, long fd, int kind, byte[] local, byte[] remote) {
    return new FdEntry(
        tid,
        fd,
        78,
        kind,
        0,
        0,
        ByteSlice.of(local),
        40000,
        ByteSlice.of(remote),
        443,
        0,
        0,
        1,
        ByteSlice.EMPTY);
  }

  /** The event of that number at a place in time. */
  static byte[] event(int number, int at) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    List<EventType> pool = random.nextInt(3) > 0 ? COMMON : TYPES;
    EventType type = pool.get(random.nextInt(pool.size()));
    EventEncoder encoder = new EventEncoder();
    long tid = TIDS[random.nextInt(TIDS.length)];
    encoder.begin(type, START + at * 1_000_037L, tid);
    int cut = random.nextInt(12);
    for (int i = 0; i < type.params().size() && !(cut == 0 && i > 2); i++) {
      param(encoder, type.params().get(i), random);
    }
    return encoder.toBytes();
  }

  private static void param(EventEncoder encoder, ParamDef param, Random random) {
    if (random.nextInt(15) == 0) {
      encoder.absent();
      return;
    }
    FieldType type = param.type();
    switch (type) {
      case CHARBUF, FSPATH, FSRELPATH -> encoder.text(pick(random));
      case BYTEBUF -> {
        if (param.name().equals("args")
            || param.name().equals("env")
            || param.name().equals("cgroups")) {
          encoder.texts(List.of("-c", pick(random), "x=/docker/" + CONTAINER));
        } else {
          encoder.bytes(pick(random).getBytes(StandardCharsets.UTF_8));
        }
      }
      case CHARBUFARRAY, CHARBUF_PAIR_ARRAY -> encoder.texts(List.of("-c", pick(random)));
      case SOCKADDR -> encoder.address(address(random), random.nextInt(500));
      case SOCKTUPLE -> {
        byte[] from = address(random);
        encoder.tuple(from, 443, from.length == 4 ? new byte[] {10, 0, 0, 7} : new byte[16], 53);
      }
      case SYSCALLID -> encoder.number(random.nextInt(SyscallTable.standard().size()));
      case DYN -> encoder.dynamic(0, random.nextInt(5), 8);
      default -> {
        if (type.size() > 0) {
          encoder.number(number(random));
        } else {
          encoder.absent();
        }
      }
    }
  }

  private static String pick(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static byte[] address(Random random) {
    return random.nextInt(3) > 0
        ? new byte[] {127, 0, 0, (byte) (1 + random.nextInt(2))}
        : new byte[16];
  }

  private static long number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(8);
      case 1 -> TIDS[random.nextInt(TIDS.length)];
      case 2 -> -random.nextInt(30);
      case 3 -> random.nextLong();
      default -> 3 + random.nextInt(3);
    };
  }
}
