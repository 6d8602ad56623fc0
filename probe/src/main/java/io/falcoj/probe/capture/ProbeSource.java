package io.falcoj.probe.capture;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.RingWait;
import io.falcoj.probe.procfs.ProcScanner;
import io.falcoj.probe.ring.RingMerge;
import io.falcoj.probe.schema.CallTable;
import io.falcoj.probe.schema.Layout;
import io.falcoj.probe.snapshot.KernelLists;
import io.falcoj.probe.snapshot.MachineSnapshot;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.ThreadPresence;
import org.jspecify.annotations.Nullable;

/**
 * The system calls of this machine as they happen. The probe is attached before the snapshot of
 * what exists is taken, so nothing falls between them; the first polls deliver the snapshot, then
 * come the events.
 */
public final class ProbeSource implements EventSource {
  private static final String NAME = "the probe";
  private static final int BATCH = 512;

  /** Empty polls before one waits to be woken up: until then, looking again costs less. */
  private static final int PATIENCE = 4;

  private final ProbeOptions options;
  private final Programs programs;
  private final Interest interest;
  private final Filters filters;
  private final RingMerge merge;
  private final RingWait wait;
  private @Nullable KernelLists lists;
  private int emptyPolls;
  private boolean snapshotTaken;
  private boolean guarded;
  private boolean filtered;
  private boolean stopped;
  private @Nullable ProbeCounters last;

  private ProbeSource(
      ProbeOptions options,
      Programs programs,
      CallTable table,
      RingWait wait,
      @Nullable KernelLists lists) {
    this.lists = lists;
    this.options = options;
    this.programs = programs;
    this.wait = wait;
    this.interest = new Interest(table, programs.wanted().bytes());
    this.filters = new Filters(table, programs);
    this.merge = new RingMerge(programs.rings(), Layout.EVENT_BYTES, Layout.CUT_FLAG);
  }

  /**
   * Loads and attaches the probe.
   *
   * @throws SourceException when this machine does not let it; the message says what is missing
   */
  public static ProbeSource open(ProbeOptions options, ProbePlan plan) throws SourceException {
    ProbeSource source = load(options);
    source.begin(plan);
    return source;
  }

  /**
   * Loads the probe; nothing is attached until {@link #begin}. Any thread may call this, one at a
   * time.
   *
   * @throws SourceException when this machine does not let it; the message says what is missing
   */
  public static ProbeSource load(ProbeOptions options) throws SourceException {
    String obstacle = ProbeSupport.obstacle();
    if (obstacle != null) {
      throw new SourceException(NAME, -1, obstacle);
    }
    try {
      CallTable table = CallTable.standard();
      Programs programs = Programs.load(options, table);
      try {
        RingWait wait = RingWait.on(programs.rings());
        return new ProbeSource(options, programs, table, wait, lists());
      } catch (BpfException e) {
        programs.close();
        throw e;
      }
    } catch (BpfException e) {
      throw failure(e);
    }
  }

  /** Null where the kernel has no such iterators: then {@code /proc} says the same. */
  private static @Nullable KernelLists lists() {
    try {
      return KernelLists.load();
    } catch (BpfException e) {
      return null;
    }
  }

  private static SourceException failure(BpfException e) {
    String log = e.log().isEmpty() ? "" : "\n" + e.log();
    return new SourceException(NAME, -1, e.getMessage() + log);
  }

  /**
   * Attaches the probe.
   *
   * @throws SourceException when the kernel refuses; the source is closed then
   */
  public void begin(ProbePlan plan) throws SourceException {
    try {
      apply(plan);
      filtered = plan.filters().filtersAny();
      guarded = programs.attach();
    } catch (BpfException e) {
      close();
      throw failure(e);
    } catch (SourceException e) {
      close();
      throw e;
    }
  }

  /**
   * Changes which events come, while they come: each is judged by the plan before or by this one,
   * and one that both let through is not lost.
   *
   * @throws SourceException when the kernel refuses the plan's filters; then all events of its
   *     calls come
   */
  public synchronized void apply(ProbePlan plan) throws SourceException {
    interest.apply(plan);
    try {
      filters.apply(plan.filters());
    } catch (BpfException e) {
      throw new SourceException(NAME, -1, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether the arguments of open and connect are seen at the start of the call too, so that
   * changing them meanwhile hides nothing.
   */
  public boolean isGuarded() {
    return guarded;
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo(EventSources.SYSCALL, NAME, true, filtered);
  }

  @Override
  public int poll(SourceHandler handler) {
    if (!snapshotTaken) {
      snapshotTaken = true;
      return snapshot(handler);
    }
    int count = merge.read(BATCH, handler::event);
    if (count > 0) {
      emptyPolls = 0;
      return count;
    }
    if (stopped) {
      return END;
    }
    if (options.waitMillis() > 0 && ++emptyPolls >= PATIENCE) {
      sleep();
      return merge.read(BATCH, handler::event);
    }
    return 0;
  }

  private int snapshot(SourceHandler handler) {
    MachineSnapshot snapshot = new MachineSnapshot(programs.cpus(), programs.bootTime());
    int threads = snapshot.deliver(lists, handler);
    closeLists();
    return threads;
  }

  private void closeLists() {
    if (lists != null) {
      lists.close();
      lists = null;
    }
  }

  /** Between the flag and the sleep an event may have come that saw no flag: hence the look. */
  private void sleep() {
    programs.setWaiting(true);
    if (merge.isEmpty()) {
      wait.await(options.waitMillis());
    }
    programs.setWaiting(false);
  }

  /** What became of the events so far. */
  public ProbeCounters counters() {
    return last == null ? programs.counters() : last;
  }

  @Override
  public void stop() {
    stopped = true;
    programs.detach();
  }

  @Override
  public ThreadPresence threads() {
    return ProcScanner::isThere;
  }

  @Override
  public void close() {
    if (last == null) {
      last = programs.counters();
      closeLists();
      wait.close();
      programs.close();
    }
  }
}
