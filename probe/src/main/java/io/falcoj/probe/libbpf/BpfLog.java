package io.falcoj.probe.libbpf;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Keeps what libbpf prints while an object is opened and loaded, instead of letting it to stderr.
 */
final class BpfLog implements LibBpf.PrintCallback {
  private static final int LIMIT = 1 << 20;
  private static final int LEVEL_DEBUG = 2;

  private final StringBuilder lines = new StringBuilder();

  @Override
  public synchronized int print(int level, String format, Pointer arguments) {
    if (level < LEVEL_DEBUG && lines.length() < LIMIT) {
      byte[] line = new byte[16 * 1024];
      LibC.Holder.LIBRARY.vsnprintf(line, line.length, format, arguments);
      lines.append(Native.toString(line, "UTF-8"));
    }
    return 0;
  }

  synchronized String text() {
    return lines.toString().strip();
  }
}
