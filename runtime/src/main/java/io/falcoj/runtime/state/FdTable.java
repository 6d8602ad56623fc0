package io.falcoj.runtime.state;

import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Open descriptors of one process. Small numbers, which is nearly all, live in an array; a child's
 * table begins as a copy that shares the entries.
 */
public final class FdTable {
  private static final int DIRECT = 4096;

  private @Nullable FdInfo[] direct = new FdInfo[0];
  private @Nullable Long2ObjectHashMap<FdInfo> far;
  private int size;

  /** Visits descriptors in the order of their numbers (those of 4096 and more: in any order). */
  @FunctionalInterface
  public interface Visitor {
    /** Returns false to end the visit. */
    boolean visit(long fd, FdInfo info);
  }

  /** Says what stays in the table. */
  @FunctionalInterface
  public interface Keep {
    boolean test(long fd, FdInfo info);
  }

  public @Nullable FdInfo get(long fd) {
    if (fd >= 0 && fd < DIRECT) {
      return fd < direct.length ? direct[(int) fd] : null;
    }
    return far == null ? null : far.get(fd);
  }

  public int size() {
    return size;
  }

  /**
   * Adds or replaces.
   *
   * @return false when the table is full; then nothing changed
   */
  public boolean put(long fd, FdInfo info, int capacity) {
    FdInfo before = get(fd);
    if (before == null && size >= capacity) {
      return false;
    }
    size += before == null ? 1 : 0;
    set(fd, info);
    return true;
  }

  private void set(long fd, FdInfo info) {
    if (fd >= 0 && fd < DIRECT) {
      int at = (int) fd;
      if (at >= direct.length) {
        direct = Arrays.copyOf(direct, Math.max(at + 1, Math.min(DIRECT, direct.length * 2 + 8)));
      }
      direct[at] = info;
      return;
    }
    Long2ObjectHashMap<FdInfo> map = far;
    if (map == null) {
      map = new Long2ObjectHashMap<>();
      far = map;
    }
    map.put(fd, info);
  }

  public void remove(long fd) {
    if (get(fd) == null) {
      return;
    }
    size--;
    if (fd < direct.length && fd >= 0) {
      direct[(int) fd] = null;
    } else if (far != null) {
      far.remove(fd);
    }
  }

  public void clear() {
    Arrays.fill(direct, null);
    far = null;
    size = 0;
  }

  /** The entry, made this table's own so that it can be changed; the same object if it was. */
  public FdInfo writable(long fd, FdInfo info) {
    if (!info.shared) {
      return info;
    }
    FdInfo own = info.copy();
    set(fd, own);
    return own;
  }

  /** Makes this table equal to {@code other}; entries are shared until one side changes them. */
  public void shareFrom(FdTable other) {
    direct = other.direct.clone();
    far = null;
    size = other.size;
    for (FdInfo info : direct) {
      if (info != null) {
        info.shared = true;
      }
    }
    if (other.far != null) {
      Long2ObjectHashMap<FdInfo> map = new Long2ObjectHashMap<>();
      other.far.forEach(
          (fd, info) -> {
            info.shared = true;
            map.put(fd, info);
          });
      far = map;
    }
  }

  public void forEach(Visitor visitor) {
    for (int fd = 0; fd < direct.length; fd++) {
      FdInfo info = direct[fd];
      if (info != null && !visitor.visit(fd, info)) {
        return;
      }
    }
    if (far != null) {
      for (var entries = far.entrySet().iterator(); entries.hasNext(); ) {
        entries.next();
        var entry = (Long2ObjectHashMap<FdInfo>.EntryIterator) entries;
        if (!visitor.visit(entry.getLongKey(), entry.getValue())) {
          return;
        }
      }
    }
  }

  /** Removes what {@code keep} refuses. */
  public void retain(Keep keep) {
    for (int fd = 0; fd < direct.length; fd++) {
      FdInfo info = direct[fd];
      if (info != null && !keep.test(fd, info)) {
        direct[fd] = null;
        size--;
      }
    }
    if (far != null) {
      int before = far.size();
      far.entrySet().removeIf(entry -> !keep.test(entry.getKey(), entry.getValue()));
      size -= before - far.size();
    }
  }
}
