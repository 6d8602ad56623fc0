package io.falcoj.probe.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A row of the kernel's table of calls: the event that a system call becomes, and its steps.
 *
 * @param params number of parameters
 * @param code portable code of the system call, 0 for what is none
 * @param number of the call on this architecture
 * @param steps encoded
 */
record Call(int event, int params, EventClass kind, int code, int number, List<Integer> steps) {
  Call {
    steps = List.copyOf(steps);
  }

  byte[] encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(Layout.CALL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(0, (short) event);
    bytes.put(Layout.CALL_PARAMS, (byte) params);
    bytes.put(Layout.CALL_CLASS, (byte) kind.ordinal());
    bytes.putShort(Layout.CALL_CODE, (short) code);
    bytes.putShort(Layout.CALL_NATIVE, (short) number);
    for (int i = 0; i < steps.size(); i++) {
      bytes.putInt(Layout.CALL_STEPS + 4 * i, steps.get(i));
    }
    return bytes.array();
  }
}
