package io.falcoj.probe.libbpf;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled object in the kernel: its programs attached, its maps readable. Close detaches all.
 */
public final class BpfObject implements AutoCloseable {
  /** A list of a million descriptors; behind that something is wrong. */
  private static final int MOST_BYTES = 512 << 20;

  private static final int BUFFER = 64 * 1024;
  private static final int EINTR = 4;

  private final LibBpf libbpf;
  private final Pointer object;
  private final BpfLog log;
  private final List<Pointer> links = new ArrayList<>();
  private boolean closed;

  private BpfObject(LibBpf libbpf, Pointer object, BpfLog log) {
    this.libbpf = libbpf;
    this.object = object;
    this.log = log;
  }

  /**
   * Loads an object into the kernel.
   *
   * @param elf bytes of the object that clang made
   * @param entries of maps that take another number than the object says, by name
   * @param without programs that stay outside, if the object has them
   * @throws BpfException when libbpf cannot be loaded, or it or the verifier refuses the object
   */
  public static BpfObject load(byte[] elf, Map<String, Integer> entries, Set<String> without)
      throws BpfException {
    LibBpf libbpf = library();
    BpfLog log = new BpfLog();
    libbpf.libbpf_set_print(log);
    Pointer object = libbpf.bpf_object__open_mem(elf, elf.length, null);
    if (object == null) {
      throw new BpfException("libbpf cannot open the probe: " + lastError(libbpf), log.text());
    }
    entries.forEach(
        (map, count) ->
            libbpf.bpf_map__set_max_entries(
                Objects.requireNonNull(libbpf.bpf_object__find_map_by_name(object, map)), count));
    for (String program : without) {
      Pointer found = libbpf.bpf_object__find_program_by_name(object, program);
      if (found != null) {
        libbpf.bpf_program__set_autoload(found, false);
      }
    }
    int result = libbpf.bpf_object__load(object);
    if (result != 0) {
      String reason = error(libbpf, -result);
      libbpf.bpf_object__close(object);
      throw new BpfException("the kernel refuses the probe: " + reason, log.text());
    }
    return new BpfObject(libbpf, object, log);
  }

  /**
   * Attaches a program where its section says.
   *
   * @throws BpfException when there is no such program or the kernel refuses
   */
  public void attach(String program) throws BpfException {
    Pointer found = libbpf.bpf_object__find_program_by_name(object, program);
    if (!keep(found == null ? null : libbpf.bpf_program__attach(found))) {
      throw new BpfException(
          "program " + program + " cannot be attached: " + lastError(libbpf), log.text());
    }
  }

  /** Whether it has that program; not all are made for every architecture. */
  public boolean has(String program) {
    return libbpf.bpf_object__find_program_by_name(object, program) != null;
  }

  /** Attaches a program to a tracepoint; false when there is none of that name. */
  public boolean attach(String program, String category, String tracepoint) {
    Pointer found = libbpf.bpf_object__find_program_by_name(object, program);
    return keep(
        found == null ? null : libbpf.bpf_program__attach_tracepoint(found, category, tracepoint));
  }

  /** Attaches a program to the start of a function of the kernel; false when that cannot be. */
  public boolean attachFunction(String program, String function) {
    Pointer found = libbpf.bpf_object__find_program_by_name(object, program);
    return keep(found == null ? null : libbpf.bpf_program__attach_kprobe(found, false, function));
  }

  /**
   * Runs an iterator over all that it lists.
   *
   * @return what the program wrote, at most {@value #MOST_BYTES} bytes
   * @throws BpfException when there is no such program, the kernel refuses, or it writes more
   */
  public byte[] iterate(String program) throws BpfException {
    Pointer found = libbpf.bpf_object__find_program_by_name(object, program);
    Pointer link = found == null ? null : libbpf.bpf_program__attach(found);
    if (link == null) {
      throw new BpfException(
          "iterator " + program + " cannot be made: " + lastError(libbpf), log.text());
    }
    int fd = libbpf.bpf_iter_create(libbpf.bpf_link__fd(link));
    libbpf.bpf_link__destroy(link);
    if (fd < 0) {
      throw new BpfException(
          "iterator " + program + " cannot be run: " + error(libbpf, -fd), log.text());
    }
    try {
      return readAll(program, fd);
    } finally {
      LibC.Holder.LIBRARY.close(fd);
    }
  }

  private byte[] readAll(String program, int fd) throws BpfException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(BUFFER);
    byte[] part = new byte[BUFFER];
    while (true) {
      long length = LibC.Holder.LIBRARY.read(fd, part, part.length);
      int error = Native.getLastError();
      if (length == 0) {
        return all.toByteArray();
      }
      if (length < 0 && error == EINTR) {
        continue;
      }
      if (length < 0 || all.size() + length > MOST_BYTES) {
        String reason = length < 0 ? error(libbpf, error) : "it lists too much";
        throw new BpfException("iterator " + program + " cannot be read: " + reason, "");
      }
      all.write(part, 0, (int) length);
    }
  }

  private boolean keep(@Nullable Pointer link) {
    if (link != null) {
      links.add(link);
    }
    return link != null;
  }

  /**
   * The map of that name.
   *
   * @throws BpfException when the object has none
   */
  public BpfMap map(String name) throws BpfException {
    Pointer map = libbpf.bpf_object__find_map_by_name(object, name);
    if (map == null) {
      throw new BpfException("the probe has no map " + name, log.text());
    }
    return new BpfMap(libbpf, name, libbpf.bpf_map__fd(map));
  }

  /** Takes the programs from where they are attached. */
  public void detach() {
    links.forEach(libbpf::bpf_link__destroy);
    links.clear();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    detach();
    libbpf.bpf_object__close(object);
  }

  static LibBpf library() throws BpfException {
    try {
      return LibBpf.Holder.LIBRARY;
    } catch (LinkageError e) {
      throw new BpfException(
          "libbpf.so.1 is not installed (Debian package libbpf1)", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Processors that this machine can have.
   *
   * @throws BpfException when libbpf cannot be loaded
   */
  public static int possibleCpus() throws BpfException {
    return library().libbpf_num_possible_cpus();
  }

  private static String lastError(LibBpf libbpf) {
    return error(libbpf, Native.getLastError());
  }

  static String error(LibBpf libbpf, int number) {
    byte[] text = new byte[256];
    libbpf.libbpf_strerror(number, text, text.length);
    return Native.toString(text, "UTF-8");
  }
}
