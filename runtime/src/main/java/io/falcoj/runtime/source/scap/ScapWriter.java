package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a capture that this reader, Falco and Stratoshark read. It takes what a source delivers,
 * in the same order: snapshot entries are held until the first event, events are written as they
 * are.
 *
 * <p>Failing to write throws {@link UncheckedIOException}. Call {@link #close} to complete the
 * file.
 */
public final class ScapWriter implements SourceHandler, AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final OutputStream out;
  private final BlockBuffer buffer = new BlockBuffer();
  private final SnapshotWriter snapshot = new SnapshotWriter(buffer);
  private final boolean[] large = large();
  private final List<InterfaceEntry> interfaces = new ArrayList<>();
  private final List<UserEntry> users = new ArrayList<>();
  private final List<ThreadEntry> threads = new ArrayList<>();
  private final Map<Long, List<FdEntry>> descriptors = new LinkedHashMap<>();
  private @Nullable MachineEntry machine;
  private boolean inEvents;
  private boolean closed;
  private long events;

  private ScapWriter(OutputStream out) {
    this.out = out;
  }

  /** Creates a file, or overwrites it; compressed when its name ends in {@code .gz}. */
  public static ScapWriter create(Path file) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    return file.toString().endsWith(".gz") ? gzip(stream) : plain(stream);
  }

  /** Writes plain bytes to a stream, which {@link #close} closes. */
  public static ScapWriter plain(OutputStream stream) {
    return new ScapWriter(stream);
  }

  /** Writes gzip to a stream, which {@link #close} closes. */
  public static ScapWriter gzip(OutputStream stream) throws IOException {
    return new ScapWriter(
        new GZIPOutputStream(stream, BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        });
  }

  /** Number of events taken. */
  public long events() {
    return events;
  }

  /** Begins another recording in the same file; one that had no events leaves no trace. */
  @Override
  public void section() {
    inEvents = false;
    forgetSnapshot();
  }

  @Override
  public void machine(MachineEntry entry) {
    beforeEvents();
    machine = entry;
  }

  @Override
  public void networkInterface(InterfaceEntry entry) {
    beforeEvents();
    interfaces.add(entry);
  }

  @Override
  public void user(UserEntry entry) {
    beforeEvents();
    users.add(entry);
  }

  @Override
  public void thread(ThreadEntry entry) {
    beforeEvents();
    threads.add(entry);
  }

  @Override
  public void descriptor(FdEntry entry) {
    beforeEvents();
    descriptors.computeIfAbsent(entry.tid(), tid -> new ArrayList<>()).add(entry);
  }

  @Override
  public void event(RawEvent raw) {
    if (!inEvents) {
      writeSnapshot();
    }
    int code = EventHeader.type(raw.buffer(), raw.offset());
    boolean isLarge = code < large.length && large[code];
    if (raw.recordedStateOnly()) {
      buffer.beginBlock(isLarge ? BlockType.FLAGGED_EVENT_V2_LARGE : BlockType.FLAGGED_EVENT_V2);
      buffer.put16(raw.cpu());
      buffer.put32(RawEvent.FLAG_STATE_ONLY);
    } else {
      buffer.beginBlock(isLarge ? BlockType.EVENT_V2_LARGE : BlockType.EVENT_V2);
      buffer.put16(raw.cpu());
    }
    buffer.put(raw.buffer(), raw.offset(), raw.length());
    buffer.endBlock();
    events++;
    if (buffer.isFull()) {
      drain();
    }
  }

  /** Hands what was taken to the operating system. */
  public void flush() {
    drain();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream closing = out) {
      if (!inEvents) {
        writeSnapshot();
      }
      drain();
      closing.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void beforeEvents() {
    if (inEvents) {
      throw new IllegalStateException("the snapshot of a section comes before its events");
    }
  }

  private void writeSnapshot() {
    snapshot.section();
    if (machine != null) {
      snapshot.machine(machine);
    }
    if (!interfaces.isEmpty()) {
      snapshot.interfaces(interfaces);
    }
    if (!users.isEmpty()) {
      snapshot.users(users);
    }
    if (!threads.isEmpty()) {
      snapshot.threads(threads);
    }
    descriptors.forEach(snapshot::descriptors);
    forgetSnapshot();
    inEvents = true;
    drain();
  }

  private void forgetSnapshot() {
    machine = null;
    interfaces.clear();
    users.clear();
    threads.clear();
    descriptors.clear();
  }

  private void drain() {
    try {
      buffer.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean[] large() {
    List<EventType> types = EventTable.standard().all();
    boolean[] flags = new boolean[types.size()];
    for (EventType type : types) {
      flags[type.code()] = type.has(EventType.Flag.LARGE_PAYLOAD);
    }
    return flags;
  }
}
