package io.falcoj.probe.capture;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfMap;
import io.falcoj.probe.libbpf.BpfObject;
import io.falcoj.probe.libbpf.Clock;
import io.falcoj.probe.libbpf.RingBuffer;
import io.falcoj.probe.libbpf.SharedArray;
import io.falcoj.probe.schema.CallTable;
import io.falcoj.probe.schema.EventClass;
import io.falcoj.probe.schema.Layout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The probe in the kernel: loaded, its tables filled, its rings in place. Close detaches it. */
final class Programs implements AutoCloseable {
  private static final List<String> ALL = List.of("exec", "process_exit", "signal", "sys_exit");

  /** On arm64 parents tell of new threads; elsewhere these tell of themselves. */
  private static final String FORK = "fork";

  /** At the start of calls of ia32; needs a kernel with kprobes. */
  private static final String ENTER_COMPAT = "enter_compat";

  /** At the start of calls; they need the files of tracepoints. */
  private static final List<String> AT_START =
      List.of("open", "creat", "openat", "openat2", "connect");

  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final Path KPROBES = Path.of("/sys/bus/event_source/devices/kprobe");

  /** The kernel's functions of the same calls of ia32; it has one or the other of each. */
  private static final List<String> COMPAT_FUNCTIONS = List.of("__ia32_compat_sys_", "__ia32_sys_");

  private final int cpus;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<RingBuffer> rings = new ArrayList<>();
  private final BpfObject object;
  private final SharedArray wanted;
  private final SharedArray settings;
  private final SharedArray counters;
  private final SharedArray filters;
  private final long bootTime;

  private boolean attached;

  private Programs(int cpus, ProbeOptions options, CallTable table) throws BpfException {
    this.cpus = cpus;
    int classes = EventClass.values().length;
    this.object =
        BpfObject.load(
            ProbeObject.read(),
            Map.of("counts", cpus * classes, "scratches", cpus, "rings", cpus),
            Files.isDirectory(KPROBES) ? Set.of() : Set.of(ENTER_COMPAT));
    open.push(object);
    try {
      this.wanted = share(".data.wanted", Layout.WANTED_BYTES);
      this.settings = share(".data.settings", Layout.SETTINGS_BYTES);
      this.counters = share("counts", (long) cpus * classes * Layout.COUNTERS_BYTES);
      this.filters = share("filters", 2L * Layout.FILTERS_BYTES);
      fill(table);
      makeRings(options.ringBytes());
      this.bootTime = Clock.bootTime();
      settings.bytes().putLong(Layout.SETTINGS_BOOT_TIME, bootTime);
      settings.bytes().putInt(Layout.SETTINGS_DATA_BYTES, options.dataBytes());
    } catch (BpfException e) {
      close();
      throw e;
    }
  }

  /** Loads the probe; nothing is attached yet. */
  static Programs load(ProbeOptions options, CallTable table) throws BpfException {
    return new Programs(BpfObject.possibleCpus(), options, table);
  }

  private SharedArray share(String name, long length) throws BpfException {
    SharedArray array = object.map(name).share(length);
    open.push(array);
    return array;
  }

  private void fill(CallTable table) throws BpfException {
    ByteBuffer calls = share("calls", 2L * Layout.CALL_NUMBERS * Layout.CALL_BYTES).bytes();
    table.rows().forEach((index, row) -> calls.put(index * Layout.CALL_BYTES, row));
  }

  private void makeRings(int bytes) throws BpfException {
    BpfMap map = object.map("rings");
    for (int cpu = 0; cpu < cpus; cpu++) {
      RingBuffer ring = RingBuffer.create(bytes);
      open.push(ring);
      rings.add(ring);
      map.put(cpu, ring);
    }
  }

  /**
   * Lets events come.
   *
   * @return whether also those at the start of calls come
   */
  boolean attach() throws BpfException {
    attached = true;
    for (String program : ALL) {
      object.attach(program);
    }
    if (object.has(FORK)) {
      object.attach(FORK);
    }
    int attached = 0;
    for (String call : AT_START) {
      attached += object.attach("enter", "syscalls", "sys_enter_" + call) ? 1 : 0;
    }
    if (object.has(ENTER_COMPAT)) {
      attachCompat();
    }
    return attached > 0;
  }

  private void attachCompat() {
    for (String call : AT_START) {
      for (String function : COMPAT_FUNCTIONS) {
        if (object.attachFunction(ENTER_COMPAT, function + call)) {
          break;
        }
      }
    }
  }

  /** Lets no more events come; those in the rings stay. */
  void detach() {
    object.detach();
  }

  /** What events add to the time since the machine was started. */
  long bootTime() {
    return bootTime;
  }

  int cpus() {
    return cpus;
  }

  List<RingBuffer> rings() {
    return List.copyOf(rings);
  }

  SharedArray wanted() {
    return wanted;
  }

  /** Both generations of filters. */
  ByteBuffer filters() {
    return filters.bytes();
  }

  BpfMap map(String name) throws BpfException {
    return object.map(name);
  }

  /**
   * Says which generation of filters is in use; returns when no program uses the other any more.
   */
  void setGeneration(int generation) throws BpfException {
    INT.setRelease(settings.bytes(), Layout.SETTINGS_GENERATION, generation);
    if (attached) {
      // Nothing changes: it is done for the sake of the wait.
      object.map("rings").put(0, rings.get(0));
    }
  }

  /** Asks for a wake-up when an event comes, or not. */
  void setWaiting(boolean waiting) {
    settings.bytes().putInt(Layout.SETTINGS_WAITING, waiting ? 1 : 0);
  }

  ProbeCounters counters() {
    return ProbeCounters.read(counters.bytes(), cpus);
  }

  @Override
  public void close() {
    object.detach();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
