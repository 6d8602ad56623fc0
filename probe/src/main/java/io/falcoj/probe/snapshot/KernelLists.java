package io.falcoj.probe.snapshot;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** The iterators of {@code snapshot.bpf.c}, loaded. */
public final class KernelLists implements AutoCloseable {
  private final BpfObject object;

  private KernelLists(BpfObject object) {
    this.object = object;
  }

  /**
   * Loads the iterators.
   *
   * @throws BpfException when the kernel has none, or refuses
   */
  public static KernelLists load() throws BpfException {
    return new KernelLists(BpfObject.load(elf(), Map.of(), Set.of()));
  }

  private static byte[] elf() {
    try (InputStream in =
        KernelLists.class.getResourceAsStream("/io/falcoj/probe/snapshot.bpf.o")) {
      if (in == null) {
        throw new IllegalStateException("snapshot.bpf.o is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records of all threads. */
  byte[] tasks() throws BpfException {
    return object.iterate("list_tasks");
  }

  /** Records of the descriptors of all processes. */
  byte[] files() throws BpfException {
    return object.iterate("list_files");
  }

  @Override
  public void close() {
    object.close();
  }
}
