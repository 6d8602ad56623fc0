package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a descriptor of a process from where its link in {@code /proc} points. */
final class DescriptorReader {
  private final Path proc;
  private final Map<String, SocketTables> sockets = new HashMap<>();

  DescriptorReader(Path proc) {
    this.proc = proc;
  }

  /** The descriptor; null when it is gone, or nothing is known of it. */
  @Nullable FdEntry read(long pid, long fd) {
    Path link = proc.resolve(pid + "/fd/" + fd);
    String target = ProcFile.link(link);
    if (target.startsWith("socket:[")) {
      return socket(pid, fd, inode(target));
    }
    int kind = DescriptorKinds.of(target, false);
    if (kind == DescriptorKinds.PIPE) {
      return named(pid, fd, inode(target), kind, target);
    }
    if (target.startsWith("anon_inode:")) {
      return kind == DescriptorKinds.UNSUPPORTED ? null : named(pid, fd, 0, kind, target);
    }
    return target.isEmpty() ? null : file(pid, fd, link, target);
  }

  private @Nullable FdEntry socket(long pid, long fd, long inode) {
    String space = ProcFile.link(proc.resolve(pid + "/ns/net"));
    return sockets
        .computeIfAbsent(space, s -> new SocketTables(proc.resolve(pid + "/net")))
        .find(inode, pid, fd, OpenFlags.ofOthers(flags(pid, fd)));
  }

  private @Nullable FdEntry file(long pid, long fd, Path link, String target) {
    FileFacts file = FileFacts.of(link);
    if (file == null) {
      return null; // closed meanwhile
    }
    int kind = DescriptorKinds.of(target, file.isDirectory());
    return kind == DescriptorKinds.FILE
        ? entry(
            pid, fd, file.inode(), kind, OpenFlags.ofKernel(flags(pid, fd)), file.device(), target)
        : named(pid, fd, file.inode(), kind, DescriptorKinds.name(target));
  }

  private int flags(long pid, long fd) {
    for (String line : ProcFile.lines(proc.resolve(pid + "/fdinfo/" + fd))) {
      if (line.startsWith("flags:")) {
        return Integer.parseInt(line.substring("flags:".length()).strip(), 8);
      }
    }
    return 0;
  }

  private FdEntry named(long pid, long fd, long inode, int kind, String name) {
    return entry(pid, fd, inode, kind, OpenFlags.ofOthers(flags(pid, fd)), 0, name);
  }

  private static FdEntry entry(
      long pid, long fd, long inode, int kind, long flags, long device, String name) {
    return new FdEntry(
        pid,
        fd,
        inode,
        kind,
        flags,
        device,
        ByteSlice.EMPTY,
        0,
        ByteSlice.EMPTY,
        0,
        0,
        0,
        0,
        ProcFile.slice(name));
  }

  private static long inode(String target) {
    return ProcFile.number(target.substring(target.indexOf('[') + 1, target.length() - 1));
  }
}
