package io.falcoj.benchmarks.twin;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import io.falcoj.runtime.fields.evt.EvtOpenFields;
import io.falcoj.runtime.fields.evt.EvtResultFields;
import io.falcoj.runtime.fields.fd.FdFields;
import io.falcoj.runtime.fields.fd.FdNameFields;
import io.falcoj.runtime.fields.fd.FsPathFields;
import io.falcoj.runtime.fields.proc.ProcFields;
import io.falcoj.runtime.ops.StringOps;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code rules.yaml} as a careful programmer writes them: one look at the type of the
 * event, each value fetched once and only where it can matter, the cheap questions first.
 */
final class HandWritten extends CompiledRuleSet {
  private static final int OPEN = 1;
  private static final int START = 2;
  private static final int UNLINK = 3;
  private static final int CONNECT = 4;
  private static final int DUP = 5;

  private static final byte[] KINDS = kinds();

  private static final ByteSliceSet SECRETS = set("/etc/shadow", "/etc/gshadow", "/etc/sudoers");
  private static final ByteSliceSet READERS = set("sshd", "sudo", "su", "login", "passwd");
  private static final ByteSliceSet PACKAGES = set("dpkg", "rpm");
  private static final ByteSliceSet CONFIGURERS = set("dpkg", "rpm", "systemd");
  private static final ByteSliceSet SSH = set("ssh", "sshd", "ssh-agent");
  private static final ByteSliceSet SHELLS = set("bash", "dash", "sh", "zsh");
  private static final ByteSliceSet SERVERS =
      set("nginx", "httpd", "mysqld", "postgres", "redis-server");
  private static final ByteSliceSet COMPILERS = set("make", "gcc", "cc1", "sh");
  private static final ByteSlice[] PROGRAMS = texts("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/");
  private static final ByteSlice[] TEMPORARY = texts("/tmp/", "/dev/shm/");
  private static final ByteSlice ETC = ByteSlice.of("/etc/");
  private static final ByteSlice KEYS = ByteSlice.of("/.ssh/");
  private static final ByteSlice KEY = ByteSlice.of("id_rsa");
  private static final ByteSlice LOGS = ByteSlice.of("/var/log/");

  private static byte[] kinds() {
    byte[] kinds = new byte[EventTable.standard().size()];
    put(kinds, OPEN, "open", "openat", "openat2");
    put(kinds, START, "execve", "execveat");
    put(kinds, UNLINK, "unlink", "unlinkat");
    put(kinds, CONNECT, "connect");
    put(kinds, DUP, "dup", "dup2", "dup3");
    return kinds;
  }

  private static void put(byte[] kinds, int kind, String... names) {
    Stream.of(names)
        .flatMap(name -> EventTable.standard().named(name).stream())
        .forEach(type -> kinds[type.code()] = (byte) kind);
  }

  private static ByteSliceSet set(String... items) {
    return new ByteSliceSet(Stream.of(items).map(ByteSlice::of).toList());
  }

  private static ByteSlice[] texts(String... items) {
    return Stream.of(items).map(ByteSlice::of).toArray(ByteSlice[]::new);
  }

  @Override
  public int memoSlots() {
    return 0;
  }

  @Override
  public void match(MatchContext ctx, MatchSink sink) {
    switch (KINDS[ctx.eventCode()]) {
      case OPEN -> open(ctx, sink);
      case START -> start(ctx, sink);
      case UNLINK -> {
        ByteSlice path = FsPathFields.name(ctx);
        if (path != null && StringOps.startsWith(path, LOGS)) {
          sink.matched(6);
        }
      }
      case CONNECT -> {
        if (isConnection(FdFields.typechar(ctx)) && isIn(SHELLS, ProcFields.name(ctx))) {
          sink.matched(7);
        }
      }
      case DUP -> {
        long number = FdFields.num(ctx);
        if (number >= 0 && number <= 2 && isConnection(FdFields.typechar(ctx))) {
          sink.matched(8);
        }
      }
      default -> {}
    }
  }

  private static void open(MatchContext ctx, MatchSink sink) {
    boolean read = EvtOpenFields.isOpenRead(ctx) != 0;
    boolean write = EvtOpenFields.isOpenWrite(ctx) != 0;
    if (!read && !write) {
      return;
    }
    ByteSlice path = FdNameFields.name(ctx);
    if (path == null) {
      return;
    }
    if (read && SECRETS.contains(path) && isNotIn(READERS, ProcFields.name(ctx))) {
      if (!sink.matched(0)) {
        return;
      }
    }
    if (write && startsWithAny(path, PROGRAMS) && isNotIn(PACKAGES, ProcFields.name(ctx))) {
      if (!sink.matched(1)) {
        return;
      }
    }
    if (write && StringOps.startsWith(path, ETC) && isNotIn(CONFIGURERS, ProcFields.pname(ctx))) {
      if (!sink.matched(2)) {
        return;
      }
    }
    if (read
        && (StringOps.contains(path, KEYS) || StringOps.endsWith(path, KEY))
        && isNotIn(SSH, ProcFields.name(ctx))) {
      sink.matched(3);
    }
  }

  private static void start(MatchContext ctx, MatchSink sink) {
    long failed = EvtResultFields.failed(ctx);
    if (ctx.isAbsent()) {
      ctx.clearAbsent();
      return;
    }
    if (failed != 0) {
      return;
    }
    ByteSlice parent = ProcFields.pname(ctx);
    if (isIn(SERVERS, parent) && isIn(SHELLS, ProcFields.name(ctx))) {
      if (!sink.matched(4)) {
        return;
      }
    }
    ByteSlice program = ProcFields.exepath(ctx);
    if (program != null && startsWithAny(program, TEMPORARY)) {
      if (!sink.matched(5)) {
        return;
      }
    }
    if (isIn(COMPILERS, parent)) {
      sink.matched(9);
    }
  }

  private static boolean isConnection(@Nullable ByteSlice letter) {
    return letter != null && letter.length() == 1 && (letter.at(0) == '4' || letter.at(0) == '6');
  }

  private static boolean isIn(ByteSliceSet set, @Nullable ByteSlice value) {
    return value != null && set.contains(value);
  }

  /** Falco's {@code not x in (...)}: true for a value that is absent, too. */
  private static boolean isNotIn(ByteSliceSet set, @Nullable ByteSlice value) {
    return !isIn(set, value);
  }

  private static boolean startsWithAny(ByteSlice value, ByteSlice[] prefixes) {
    for (ByteSlice prefix : prefixes) {
      if (StringOps.startsWith(value, prefix)) {
        return true;
      }
    }
    return false;
  }
}
