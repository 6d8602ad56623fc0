package io.falcoj.probe.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The compiled probe that lies inside this jar. */
final class ProbeObject {
  private ProbeObject() {}

  static byte[] read() {
    try (InputStream in = ProbeObject.class.getResourceAsStream("/io/falcoj/probe/probe.bpf.o")) {
      if (in == null) {
        throw new IllegalStateException("probe.bpf.o is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
