package io.falcoj.runtime.state;

import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.state.limits.StateCounters;
import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Open descriptors of one process. Small numbers, which is nearly all, live in an array; a child's
 * table begins as a copy that shares the entries.
 */
public final class FdTable {
  private static final int DIRECT = 4096;
  private static final int SLOT = 8;

  private @Nullable FdInfo[] direct = new FdInfo[0];
  private @Nullable Long2ObjectHashMap<FdInfo> far;
  private int size;
  private @Nullable MemoryBudget budget;
  private @Nullable StateCounters counters;

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

  /** Charges what the table holds, and what it will hold; see {@link #release}. */
  void chargeTo(MemoryBudget newBudget, StateCounters newCounters) {
    budget = newBudget;
    counters = newCounters;
    newBudget.charge(bytes());
    for (FdInfo info : direct) {
      if (info != null) {
        charge(info);
      }
    }
    if (far != null) {
      far.values().forEach(this::charge);
    }
  }

  /** Lets go of everything: the process is gone. */
  void release() {
    clear();
    charge(-bytes());
    direct = new FdInfo[0];
    budget = null;
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
   * @return false when the table is full, or memory is; then nothing changed
   */
  public boolean put(long fd, FdInfo info, int capacity) {
    FdInfo before = get(fd);
    if (before == null && size >= capacity) {
      return false;
    }
    if (budget != null
        && !budget.fits(info.bytes() + (long) SLOT * (lengthFor(fd) - direct.length))) {
      return false;
    }
    size += before == null ? 1 : 0;
    set(fd, info);
    hold(info);
    if (before != null) {
      drop(before);
    }
    return true;
  }

  /** Length of the array once that number has a place in it. */
  private int lengthFor(long fd) {
    return fd < direct.length || fd >= DIRECT
        ? direct.length
        : Math.max((int) fd + 1, Math.min(DIRECT, direct.length * 2 + 8));
  }

  /** Bytes of the places that the table has, used or not. */
  long bytes() {
    return (long) SLOT * direct.length;
  }

  private void set(long fd, FdInfo info) {
    if (fd >= 0 && fd < DIRECT) {
      int length = lengthFor(fd);
      if (length > direct.length) {
        charge((long) SLOT * (length - direct.length));
        direct = Arrays.copyOf(direct, length);
      }
      direct[(int) fd] = info;
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
    FdInfo gone = get(fd);
    if (gone == null) {
      return;
    }
    size--;
    if (fd < direct.length && fd >= 0) {
      direct[(int) fd] = null;
    } else if (far != null) {
      far.remove(fd);
    }
    drop(gone);
  }

  public void clear() {
    for (int fd = 0; fd < direct.length; fd++) {
      FdInfo info = direct[fd];
      if (info != null) {
        drop(info);
        direct[fd] = null;
      }
    }
    if (far != null) {
      far.values().forEach(this::drop);
      far = null;
    }
    size = 0;
  }

  /**
   * The entry, made this table's own so that it can be changed; the same object if it was. When
   * memory is full the change is not kept.
   */
  public FdInfo writable(long fd, FdInfo info) {
    if (info.holders <= 1) {
      return info;
    }
    FdInfo own = info.copy();
    if (budget != null && !budget.fits(own.bytes())) {
      if (counters != null) {
        counters.fdsRefused++;
      }
      return own;
    }
    FdInfo before = get(fd);
    set(fd, own);
    hold(own);
    if (before == null) {
      size++;
    } else {
      drop(before);
    }
    return own;
  }

  /** Makes this table equal to {@code other}; entries are shared until one side changes them. */
  public void shareFrom(FdTable other) {
    clear();
    charge((long) SLOT * (other.direct.length - direct.length));
    direct = other.direct.clone();
    size = other.size;
    for (FdInfo info : direct) {
      if (info != null) {
        hold(info);
      }
    }
    if (other.far != null) {
      Long2ObjectHashMap<FdInfo> map = new Long2ObjectHashMap<>();
      other.far.forEach(map::put);
      map.values().forEach(this::hold);
      far = map;
    }
  }

  /** The entry's name may have become longer; returns false when memory is full now. */
  boolean weigh(FdInfo info) {
    MemoryBudget charged = budget;
    if (charged == null || info.charged == 0) {
      return true;
    }
    long bytes = info.bytes();
    charged.charge(bytes - info.charged);
    info.charged = bytes;
    return !charged.isExceeded();
  }

  private void hold(FdInfo info) {
    info.holders++;
    charge(info);
  }

  private void charge(FdInfo info) {
    if (budget != null && info.charged == 0) {
      info.charged = info.bytes();
      budget.charge(info.charged);
    }
  }

  private void charge(long bytes) {
    if (budget != null) {
      budget.charge(bytes);
    }
  }

  /** The last table to let go of an entry gives its bytes back. */
  private void drop(FdInfo info) {
    info.holders--;
    if (info.holders == 0) {
      charge(-info.charged);
      info.charged = 0;
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
        remove(fd);
      }
    }
    if (far != null) {
      LongArrayList refused = new LongArrayList();
      far.forEach(
          (fd, info) -> {
            if (!keep.test(fd, info)) {
              refused.addLong(fd);
            }
          });
      refused.forEachLong(this::remove);
    }
  }
}
