package io.falcoj.runtime.value;

import java.util.Arrays;

/** A network: an address of 4 or 16 bytes and the number of its leading bits that count. */
public final class IpNet {
  private final byte[] address;
  private final int prefix;

  /**
   * @param address 4 or 16 bytes in network order; bits behind the prefix do not matter
   * @param prefix 0 to 32 or 0 to 128
   */
  public IpNet(byte[] address, int prefix) {
    if ((address.length != 4 && address.length != 16)
        || prefix < 0
        || prefix > address.length * 8) {
      throw new IllegalArgumentException("no network: " + address.length + " bytes, /" + prefix);
    }
    this.address = address.clone();
    this.prefix = prefix;
  }

  /** True for an address of the same family within the network. */
  public boolean contains(ByteSlice value) {
    if (value.length() != address.length) {
      return false;
    }
    int whole = prefix >> 3;
    int offset = value.offset();
    if (!Arrays.equals(address, 0, whole, value.array(), offset, offset + whole)) {
      return false;
    }
    int rest = prefix & 7;
    return rest == 0 || ((address[whole] ^ value.at(whole)) & 0xff) >>> (8 - rest) == 0;
  }

  /** Bytes of the address. */
  public byte[] address() {
    return address.clone();
  }

  public int prefix() {
    return prefix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpNet net
        && prefix == net.prefix
        && Arrays.equals(address, net.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + prefix;
  }

  @Override
  public String toString() {
    return IpText.format(ByteSlice.of(address)) + "/" + prefix;
  }
}
