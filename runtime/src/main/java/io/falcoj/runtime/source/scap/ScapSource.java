package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.scap.BlockReader.Next;
import io.falcoj.runtime.source.scap.convert.ConversionException;
import io.falcoj.runtime.source.scap.convert.EventConverter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Replays a {@code .scap} capture, plain, gzip or zstd.
 *
 * <p>Numbering: every delivered event takes the next number of {@code evt.num}, unless {@link
 * RawEvent#numbered} is false. Rules see only those that are not {@link RawEvent#stateOnly}. As in
 * {@code sinsp::init} and {@code sinsp::next} of falcosecurity/libs:
 *
 * <ul>
 *   <li>enter events that the conversion merges into their exits are not delivered and take none;
 *   <li>the events of users, groups, containers and asynchronous ones that a section begins with,
 *       up to the first event of another type or the first one that the conversion drops, only
 *       change state; in the first section they take numbers, in later ones they take none;
 *   <li>enter events of calls that open or connect (and execve, execveat) take a number and only
 *       change state;
 *   <li>events recorded as "state only" take a number.
 * </ul>
 */
public final class ScapSource implements EventSource {
  private static final int BATCH = 256;
  private static final EventTable EVENTS = EventTable.standard();

  private static final boolean[] OPENING =
      codes(
          "CONTAINER_JSON_2_E",
          "USER_ADDED_E",
          "USER_DELETED_E",
          "GROUP_ADDED_E",
          "GROUP_DELETED_E",
          "ASYNCEVENT_E");

  private static final boolean[] HIDDEN =
      codes(
          "SYSCALL_OPEN_E",
          "SYSCALL_OPENAT_2_E",
          "SYSCALL_OPENAT2_E",
          "SYSCALL_CREAT_E",
          "SOCKET_CONNECT_E",
          "SYSCALL_EXECVE_19_E",
          "SYSCALL_EXECVEAT_E");

  private enum Phase {
    SECTION,
    SNAPSHOT,
    EVENTS,
    END
  }

  private final SourceInfo info;
  private final ByteWindow in;
  private final BlockReader blocks;
  private final EventConverter converter = new EventConverter();
  private final RawEvent raw = new RawEvent();
  private Phase phase = Phase.SECTION;
  private int sections;
  private boolean opening;

  private ScapSource(String name, InputStream stream) {
    this.info = new SourceInfo(EventSources.SYSCALL, name, false);
    this.in = new ByteWindow(name, stream);
    this.blocks = new BlockReader(in);
  }

  /**
   * Opens a capture file.
   *
   * @throws SourceException when the file cannot be opened
   */
  public static ScapSource open(Path file) throws SourceException {
    try {
      return new ScapSource(file.toString(), Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw new SourceException(file.toString(), -1, "no such file");
    } catch (IOException e) {
      throw new SourceException(file.toString(), -1, "cannot be opened: " + e.getMessage());
    }
  }

  /**
   * Reads a capture from a stream, which {@link #close} closes.
   *
   * @param name for people, e.g. {@code standard input}
   */
  public static ScapSource of(String name, InputStream stream) {
    return new ScapSource(name, stream);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public int poll(SourceHandler handler) throws SourceException {
    int items = 0;
    try {
      while (items < BATCH && phase != Phase.END) {
        items += step(handler);
      }
    } catch (SourceException e) {
      phase = Phase.END;
      throw e;
    }
    return items == 0 && phase == Phase.END ? END : items;
  }

  @Override
  public void close() {
    phase = Phase.END;
    in.close();
  }

  /** Events passed over because the event table does not know their types. */
  public long unknownEvents() {
    return blocks.unknownEvents();
  }

  /** Blocks passed over because their types are not known. */
  public long unknownBlocks() {
    return blocks.unknownBlocks();
  }

  /** Enter events that were forgotten before their exit came, to bound memory. */
  public long forgottenEnters() {
    return converter.forgottenEnters();
  }

  private int step(SourceHandler handler) throws SourceException {
    return switch (phase) {
      case SECTION -> beginSection(handler);
      case SNAPSHOT -> readSnapshot(handler);
      case EVENTS -> readEvents(handler);
      case END -> 0;
    };
  }

  private int beginSection(SourceHandler handler) throws SourceException {
    blocks.readSection(sections == 0);
    sections++;
    opening = true;
    phase = Phase.SNAPSHOT;
    handler.section();
    return 0;
  }

  private int readSnapshot(SourceHandler handler) throws SourceException {
    int entries = blocks.readSnapshotBlock(handler);
    if (entries < 0) {
      phase = Phase.EVENTS;
      return 0;
    }
    return entries;
  }

  private int readEvents(SourceHandler handler) throws SourceException {
    int delivered = 0;
    while (delivered < BATCH) {
      Next next = blocks.readEvent(raw);
      if (next == Next.EVENT) {
        delivered += deliver(handler);
      } else if (next == Next.OTHER_BLOCK) {
        phase = Phase.SECTION;
        return delivered;
      } else if (next == Next.END) {
        phase = Phase.END;
        blocks.end();
        return delivered;
      }
    }
    return delivered;
  }

  private int deliver(SourceHandler handler) throws SourceException {
    if (!convert()) {
      opening = false;
      return 0;
    }
    int code = EventHeader.type(raw.buffer(), raw.offset());
    if (opening) {
      opening = OPENING[code];
      if (opening) {
        raw.flag(RawEvent.FLAG_STATE_ONLY_BY_KIND | (sections > 1 ? RawEvent.FLAG_UNNUMBERED : 0));
      }
    }
    if (HIDDEN[code]) {
      raw.flag(RawEvent.FLAG_STATE_ONLY_BY_KIND);
    }
    handler.event(raw);
    return 1;
  }

  private boolean convert() throws SourceException {
    try {
      return converter.convert(raw);
    } catch (ConversionException e) {
      throw in.damageAt(blocks.eventOffset(), e.reason());
    }
  }

  private static boolean[] codes(String... ids) {
    boolean[] codes = new boolean[EVENTS.size()];
    for (String id : ids) {
      codes[EVENTS.byId(id).code()] = true;
    }
    return codes;
  }
}
