package io.falcoj.compiler.ir;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.names.SyscallTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A set of event types.
 *
 * @param codes event codes, but for generic and asynchronous events
 * @param syscalls system call codes of generic events
 * @param asyncListed true when the asynchronous events with a listed name belong to the set, false
 *     when those with any other name do
 * @param asyncNames names of asynchronous events, sorted
 */
public record CodeSet(BitSet codes, BitSet syscalls, boolean asyncListed, List<String> asyncNames) {
  public CodeSet {
    codes = (BitSet) codes.clone();
    syscalls = (BitSet) syscalls.clone();
    asyncNames = asyncNames.stream().distinct().sorted().toList();
  }

  /** Everything that is not in this set. */
  public CodeSet complement() {
    BitSet otherCodes = (BitSet) codes.clone();
    otherCodes.flip(0, EventTable.standard().size());
    BitSet otherCalls = (BitSet) syscalls.clone();
    otherCalls.flip(0, SyscallTable.standard().size());
    return new CodeSet(otherCodes, otherCalls, !asyncListed, asyncNames);
  }

  /** What is in both sets. */
  public CodeSet and(CodeSet other) {
    BitSet bothCodes = (BitSet) codes.clone();
    bothCodes.and(other.codes);
    BitSet bothCalls = (BitSet) syscalls.clone();
    bothCalls.and(other.syscalls);
    List<String> names = new ArrayList<>(asyncNames);
    if (!asyncListed && !other.asyncListed) {
      names.addAll(other.asyncNames);
      return new CodeSet(bothCodes, bothCalls, false, names);
    }
    CodeSet listed = asyncListed ? this : other;
    CodeSet filter = asyncListed ? other : this;
    names = new ArrayList<>(listed.asyncNames);
    names.removeIf(name -> filter.asyncNames.contains(name) != filter.asyncListed);
    return new CodeSet(bothCodes, bothCalls, true, names);
  }

  /** True when no event belongs to the set. */
  public boolean isEmpty() {
    return codes.isEmpty() && syscalls.isEmpty() && asyncListed && asyncNames.isEmpty();
  }
}
