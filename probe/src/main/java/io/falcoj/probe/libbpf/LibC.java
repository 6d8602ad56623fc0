package io.falcoj.probe.libbpf;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The calls of the C library that libbpf's interface needs. */
interface LibC extends Library {
  /** The library, loaded on first use. */
  final class Holder {
    static final LibC LIBRARY = Native.load("c", LibC.class);

    private Holder() {}
  }

  int vsnprintf(byte[] buffer, long size, String format, Pointer arguments);
}
