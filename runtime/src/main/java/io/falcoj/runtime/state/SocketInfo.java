package io.falcoj.runtime.state;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.value.ByteSlice;

/**
 * The ends of a socket. The layouts share their bytes, and what one kind leaves behind shows when a
 * socket becomes another kind (a dual-stack socket that turns out to carry IPv4), as in {@code
 * sinsp_sockinfo} of {@code userspace/libsinsp/fdinfo.h}.
 *
 * <pre>
 *                 0        4        8     10     12                 16    18
 * IPv4            source   destin.  sport dport  l4proto u8
 * IPv4 listening  address  port u16 l4proto u8 (at 6)
 * IPv6            source 16 bytes ................................. destination 16, ports at 32, 34,
 *                                                                   l4proto u8 at 36
 * IPv6 listening  address 16 bytes ................................ port  l4proto u8
 * unix            source u64        destination u64
 * </pre>
 */
public final class SocketInfo {
  /** Of descriptors that are no socket; never changed. */
  static final SocketInfo NONE = new SocketInfo();

  private static final int LENGTH = 40;
  private final byte[] block = new byte[LENGTH];

  SocketInfo copy() {
    if (this == NONE) {
      return this;
    }
    SocketInfo copy = new SocketInfo();
    System.arraycopy(block, 0, copy.block, 0, LENGTH);
    return copy;
  }

  /** A block of zeros. */
  public static SocketInfo empty() {
    return new SocketInfo();
  }

  private static boolean wide(Kind kind) {
    return kind == Kind.IPV6 || kind == Kind.IPV6_SERVER;
  }

  /** Bytes of an address of that kind. */
  public static int addressLength(Kind kind) {
    return wide(kind) ? 16 : 4;
  }

  private static boolean listening(Kind kind) {
    return kind == Kind.IPV4_SERVER || kind == Kind.IPV6_SERVER;
  }

  private static int destinationAt(Kind kind) {
    return listening(kind) ? 0 : addressLength(kind);
  }

  private static int sourcePortAt(Kind kind) {
    return 2 * addressLength(kind);
  }

  private static int destinationPortAt(Kind kind) {
    return listening(kind) ? addressLength(kind) : 2 * addressLength(kind) + 2;
  }

  private static int l4protoAt(Kind kind) {
    return destinationPortAt(kind) + 2;
  }

  public ByteSlice sourceAddress(Kind kind, ByteSlice target) {
    return target.wrap(block, 0, addressLength(kind));
  }

  public ByteSlice destinationAddress(Kind kind, ByteSlice target) {
    return target.wrap(block, destinationAt(kind), addressLength(kind));
  }

  public int sourcePort(Kind kind) {
    return listening(kind) ? 0 : LittleEndian.u16(block, sourcePortAt(kind));
  }

  public int destinationPort(Kind kind) {
    return LittleEndian.u16(block, destinationPortAt(kind));
  }

  /** One of the {@code L4_} numbers of {@link FdInfo}. */
  public int l4proto(Kind kind) {
    return LittleEndian.u8(block, l4protoAt(kind));
  }

  public long unixSource() {
    return LittleEndian.i64(block, 0);
  }

  public long unixDestination() {
    return LittleEndian.i64(block, 8);
  }

  /** The client's address, for writing: see {@link #addressLength}. */
  public void setSourceAddress(Kind kind, byte[] from, int at) {
    System.arraycopy(from, at, block, 0, addressLength(kind));
  }

  public void setDestinationAddress(Kind kind, byte[] from, int at) {
    System.arraycopy(from, at, block, destinationAt(kind), addressLength(kind));
  }

  public void setSourcePort(Kind kind, int port) {
    LittleEndian.put16(block, sourcePortAt(kind), port);
  }

  public void setDestinationPort(Kind kind, int port) {
    LittleEndian.put16(block, destinationPortAt(kind), port);
  }

  public void setL4proto(Kind kind, int l4proto) {
    block[l4protoAt(kind)] = (byte) l4proto;
  }

  public void setUnix(long source, long destination) {
    LittleEndian.put64(block, 0, source);
    LittleEndian.put64(block, 8, destination);
  }

  /** Exchanges client and server. */
  public void swap(Kind kind) {
    int length = addressLength(kind);
    for (int i = 0; i < length; i++) {
      byte kept = block[i];
      block[i] = block[length + i];
      block[length + i] = kept;
    }
    int port = sourcePort(kind);
    setSourcePort(kind, destinationPort(kind));
    setDestinationPort(kind, port);
  }
}
