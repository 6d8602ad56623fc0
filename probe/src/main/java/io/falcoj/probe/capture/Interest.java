package io.falcoj.probe.capture;

import io.falcoj.probe.schema.CallTable;
import io.falcoj.probe.schema.Layout;
import java.nio.ByteBuffer;

/** Tells the programs which events are wanted, while they run: a bit for each. */
final class Interest {
  private final CallTable table;
  private final ByteBuffer wanted;

  Interest(CallTable table, ByteBuffer wanted) {
    this.table = table;
    this.wanted = wanted;
  }

  void apply(ProbePlan plan) {
    byte[] bytes = new byte[Layout.WANTED_BYTES];
    for (int code : plan.calls()) {
      for (int index : table.indexes(code)) {
        want(bytes, index);
      }
    }
    // A call of ia32 that stands for several others; it is looked at again once it is unpacked.
    want(bytes, Layout.CALL_NUMBERS + Layout.IA32_SOCKETCALL);
    // The state cannot do without them.
    bytes[Layout.WANTED_EXEC] = 1;
    bytes[Layout.WANTED_EXIT] = 1;
    bytes[Layout.WANTED_SIGNAL] = (byte) (plan.signals() ? 1 : 0);
    wanted.put(0, bytes);
  }

  private static void want(byte[] bytes, int index) {
    boolean compat = index >= Layout.CALL_NUMBERS;
    bytes[index % Layout.CALL_NUMBERS] |=
        (byte) (compat ? Layout.WANTED_COMPAT : Layout.WANTED_NATIVE);
  }
}
