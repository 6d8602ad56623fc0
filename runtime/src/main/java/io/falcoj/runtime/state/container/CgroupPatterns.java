package io.falcoj.runtime.state.container;

import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the container in the cgroup paths of a thread, of either version. Runtimes are tried in the
 * order of the table, path by path. Follows {@code plugins/container/src/matchers}.
 */
public final class CgroupPatterns {
  private static final int FULL_ID = 64;
  private static final int SHORT_ID = 12;
  private static final String HEX = "0123456789abcdefABCDEF";
  private static final int TYPE_LXC = 1;
  private static final int TYPE_LIBVIRT_LXC = 2;
  private static final int TYPE_BPM = 9;

  /** What stands before and behind an id of 64 hexadecimal digits. */
  private record Around(String prefix, String suffix) {}

  private static final List<Around> AROUND_ID =
      List.of(
          // Podman
          new Around("/libpod-", ".scope"),
          new Around("/libpod-", ".scope/container"),
          new Around("/libpod-", ""),
          new Around("/libpod-payload-", ".scope"),
          new Around("/libpod-payload-", ".scope/container"),
          new Around("/libpod-payload-", ""),
          // Docker
          new Around("/", ""),
          new Around("/docker-", ".scope"),
          // CRI: containerd, CRI-O
          new Around("/crio-", ""),
          new Around("/cri-containerd-", ".scope"),
          new Around("/crio-", ".scope"),
          new Around(":cri-containerd:", ""),
          new Around("/nerdctl-", ".scope"));

  private static final Pattern CONTAINERD_NAMESPACE =
      Pattern.compile("/[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*/");
  private static final Pattern MACHINE =
      Pattern.compile(
          "/machine\\.slice/(?:machine-([^/]+)\\.scope|systemd-nspawn@([^/]+)\\.service)(?:/|$)");
  private static final Pattern OTHER_MACHINES = Pattern.compile("(?:lxc|qemu)\\\\x2d");
  private static final List<String> HOST_UNITS = List.of(".service", ".slice", ".scope");
  private static final List<String> LXC = List.of("/lxc/", "/lxc.payload/", "/lxc.payload.");
  private static final Pattern BPM_ID = Pattern.compile("[A-Za-z0-9._-]+");

  private CgroupPatterns() {}

  /**
   * @param cgroups NUL-separated {@code subsystem=path}
   */
  public static CgroupMatch match(ByteSlice cgroups) {
    String all =
        new String(
            cgroups.array(), cgroups.offset(), cgroups.length(), StandardCharsets.ISO_8859_1);
    int start = 0;
    while (start < all.length()) {
      int end = all.indexOf('\0', start);
      end = end < 0 ? all.length() : end;
      int equals = all.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        CgroupMatch match = matchPath(all.substring(equals + 1, end));
        if (match != null) {
          return match;
        }
      }
      start = end + 1;
    }
    return CgroupMatch.HOST;
  }

  private static @Nullable CgroupMatch matchPath(String path) {
    for (Around around : AROUND_ID) {
      String id = between(path, around.prefix(), around.suffix());
      if (id != null && isFullId(id, path)) {
        return new CgroupMatch(ByteSlice.of(id.substring(0, SHORT_ID)), null);
      }
    }
    // Upstream asks for ctr's loose names first, so that these hardly ever get their turn.
    String machine = machineId(path);
    if (machine != null) {
      return bare(machine, ContainerInfo.TYPE_NSPAWN, machine);
    }
    String libvirt = libvirtId(path);
    if (libvirt != null) {
      return bare(libvirt, TYPE_LIBVIRT_LXC, "");
    }
    String lxc = lxcId(path);
    if (lxc != null) {
      return bare(lxc, TYPE_LXC, "");
    }
    String containerd = containerdId(path);
    if (containerd != null) {
      return new CgroupMatch(ByteSlice.of(containerd), null);
    }
    String bpm = bpmId(path);
    return bpm == null ? null : bare(bpm, TYPE_BPM, "");
  }

  private static @Nullable CgroupMatch bare(String id, int type, String name) {
    if (id.isEmpty()) {
      return null;
    }
    ByteSlice bytes = ByteSlice.of(id.getBytes(StandardCharsets.ISO_8859_1));
    ByteSlice named = ByteSlice.of(name.getBytes(StandardCharsets.ISO_8859_1));
    ByteSlice none = ByteSlice.EMPTY;
    return new CgroupMatch(bytes, ContainerInfo.bare(bytes, none, type, named, none));
  }

  /** Text between the last prefix and the last suffix. */
  private static @Nullable String between(String path, String prefix, String suffix) {
    int start = path.lastIndexOf(prefix);
    if (start < 0) {
      return null;
    }
    start += prefix.length();
    int end = suffix.isEmpty() ? path.length() : path.lastIndexOf(suffix);
    return end < start ? null : path.substring(start, end);
  }

  /** Upstream takes any character from the 64th of the path on for a digit. */
  private static boolean isFullId(String id, String path) {
    if (id.length() != FULL_ID) {
      return false;
    }
    int start = path.lastIndexOf(id);
    for (int i = start; i < Math.min(path.length(), FULL_ID); i++) {
      if (HEX.indexOf(path.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A machine of systemd-nspawn: its scope below {@code machine.slice}, or the unit that runs it.
   * Virtual machines and libvirt's containers, whose scopes lie there too, are none. Unknown to
   * upstream.
   */
  private static @Nullable String machineId(String path) {
    Matcher matcher = MACHINE.matcher(path);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return OTHER_MACHINES.matcher(name).lookingAt() ? null : name.replace("\\x2d", "-");
  }

  /** Started by {@code ctr}: any name behind the name space, unless a unit of the host. */
  private static @Nullable String containerdId(String path) {
    Matcher namespace = CONTAINERD_NAMESPACE.matcher(path);
    if (!namespace.find()) {
      return null;
    }
    String id = between(path, namespace.group(), "");
    if (id == null || id.isEmpty() || id.length() > FULL_ID) {
      return null;
    }
    for (String unit : HOST_UNITS) {
      if (path.endsWith(unit)) {
        return null;
      }
    }
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  private static @Nullable String lxcId(String path) {
    for (String marker : LXC) {
      int at = path.indexOf(marker);
      if (at >= 0) {
        int start = at + marker.length();
        int end = path.indexOf('/', start);
        return path.substring(start, end < 0 ? path.length() : end);
      }
    }
    return null;
  }

  private static @Nullable String libvirtId(String path) {
    int slash = path.lastIndexOf('/');
    int dotted = path.indexOf(".libvirt-lxc");
    if (dotted >= 0 && dotted == path.length() - ".libvirt-lxc".length() && slash >= 0) {
      return slash < dotted ? path.substring(slash + 1, dotted) : "";
    }
    int escaped = path.indexOf("-lxc\\x2");
    if (escaped >= 0) {
      String unit = path.contains(".scope/libvirt") ? ".scope/libvirt" : ".scope";
      int start = escaped + "-lxc\\x2".length() + 1;
      int end = path.indexOf(unit);
      if (end >= start && end == path.length() - unit.length()) {
        return path.substring(start, end);
      }
    }
    int legacy = path.indexOf("/libvirt/lxc/");
    return legacy < 0 ? null : path.substring(legacy + "/libvirt/lxc/".length());
  }

  private static @Nullable String bpmId(String path) {
    int at = path.indexOf("bpm-");
    if (at < 0) {
      return null;
    }
    int start = at + "bpm-".length();
    int end = path.indexOf(".scope", start);
    String id = path.substring(start, end < 0 ? path.length() : end);
    return BPM_ID.matcher(id).matches() ? id : null;
  }
}
