package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import io.falcoj.runtime.value.IpNetSet;

/** Comparisons of addresses: equal only within a family. */
public final class NetOps {
  private NetOps() {}

  public static boolean equal(ByteSlice address, ByteSlice wanted) {
    return address.contentEquals(wanted);
  }

  public static boolean in(ByteSlice address, IpNet net) {
    return net.contains(address);
  }

  public static boolean in(ByteSlice address, IpNetSet nets) {
    return nets.contains(address);
  }
}
