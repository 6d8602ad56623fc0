package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.value.ByteSlice;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/** The network addresses of the machine. */
final class Interfaces {
  private Interfaces() {}

  static void deliver(SourceHandler handler) {
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InterfaceAddress address : each.getInterfaceAddresses()) {
          handler.networkInterface(entry(each.getName(), address));
        }
      }
    } catch (SocketException e) {
      handler.warning("the addresses of this machine cannot be told: " + e.getMessage(), -1);
    }
  }

  private static InterfaceEntry entry(String name, InterfaceAddress address) {
    byte[] own = address.getAddress().getAddress();
    byte[] mask = new byte[own.length];
    for (int bit = 0; bit < address.getNetworkPrefixLength() && bit < 8 * mask.length; bit++) {
      mask[bit / 8] |= (byte) (0x80 >> bit % 8);
    }
    byte[] broadcast =
        address.getBroadcast() == null ? new byte[own.length] : address.getBroadcast().getAddress();
    return new InterfaceEntry(
        ByteSlice.of(own), ByteSlice.of(mask), ByteSlice.of(broadcast), 0, ProcFile.slice(name));
  }
}
