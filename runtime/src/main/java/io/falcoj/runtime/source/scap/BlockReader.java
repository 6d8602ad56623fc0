package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * Walks the blocks of a capture: sections, each of snapshot blocks and then event blocks.
 *
 * <pre>
 *   block    type u32 | total u32 | body | padding to 4 | total u32
 *   section  0x0A0D0D0A: magic u32 = 0x1A2B3C4D | major u16 | minor u16 | length u64 | options
 *   event    cpu u16 | flags u32 where the type has them | event
 * </pre>
 *
 * What is damage follows {@code engine/savefile/scap_savefile.c} of falcosecurity/libs: unknown
 * blocks are passed over before the events and end the capture among them, events of unknown types
 * are passed over. A trailing length that differs is damage at once before the events; upstream
 * never looks at those of events, so they are kept for the end.
 */
final class BlockReader {
  /** Longest body of an event block that is not a large one. */
  static final int MAX_PLAIN_LENGTH = 64 * 1024;

  /** Longest body of a large event block. */
  static final int MAX_LARGE_LENGTH = 64 * 1024 * 1024;

  private static final int MAGIC = 0x1A2B3C4D;
  private static final int MAJOR_VERSION = 1;
  static final int HEADER_LENGTH = 8;
  static final int CPU_LENGTH = 2;
  static final int TRAILER_LENGTH = 4;
  private static final int SECTION_LENGTH = 16;
  private static final int FLAG_STATE_ONLY = 1;

  private final ByteWindow in;
  private final SnapshotReader snapshot;
  private final LegacyEvent legacy = new LegacyEvent();
  private final int[] lengthSizes = lengthSizes();
  private long eventOffset;
  private long unknownEvents;
  private long unknownBlocks;
  private @Nullable SourceException contradiction;

  BlockReader(ByteWindow in) {
    this.in = in;
    this.snapshot = new SnapshotReader(in);
  }

  /** Offset of the block of the event that was read last. */
  long eventOffset() {
    return eventOffset;
  }

  /** Events of types that the event table does not have; they were passed over. */
  long unknownEvents() {
    return unknownEvents;
  }

  /** Blocks of types that are not known; they were passed over. */
  long unknownBlocks() {
    return unknownBlocks;
  }

  /**
   * Reads the block that begins a section.
   *
   * @param first false for a section behind another one's events
   */
  void readSection(boolean first) throws SourceException {
    int ready = in.available(HEADER_LENGTH);
    if (ready < HEADER_LENGTH) {
      throw ready == 0 && !in.failed()
          ? in.damage("is empty, not a capture")
          : in.cut("the header of the capture", HEADER_LENGTH);
    }
    if (BlockType.of(LittleEndian.i32(in.buffer, in.position)) != BlockType.SECTION) {
      throw in.damage(
          String.format(
              first
                  ? "invalid block type 0x%08x: a capture begins with 0x0a0d0d0a"
                  : "unknown block type 0x%08x among the events",
              LittleEndian.i32(in.buffer, in.position)));
    }
    long total = LittleEndian.u32(in.buffer, in.position + 4);
    int least = HEADER_LENGTH + SECTION_LENGTH + TRAILER_LENGTH;
    if (total < least) {
      throw in.damage("section header of " + total + " bytes, shorter than " + least);
    }
    if (in.available(HEADER_LENGTH + SECTION_LENGTH) < HEADER_LENGTH + SECTION_LENGTH) {
      throw in.cut("the header of the capture", HEADER_LENGTH + SECTION_LENGTH);
    }
    checkSection(in.position + HEADER_LENGTH);
    if (!in.skip(total)) {
      throw in.cut("the header of the capture", total);
    }
  }

  private void checkSection(int at) throws SourceException {
    int magic = LittleEndian.i32(in.buffer, at);
    if (magic == Integer.reverseBytes(MAGIC)) {
      throw in.damage("was recorded on a big-endian machine, which is not supported");
    }
    if (magic != MAGIC) {
      throw in.damage(String.format("invalid magic number 0x%08x", magic));
    }
    int major = LittleEndian.u16(in.buffer, at + 4);
    if (major > MAJOR_VERSION) {
      throw in.damage(
          "is of format version " + major + ", newer than " + MAJOR_VERSION + ", the newest known");
    }
  }

  /**
   * Reads the next block before the events.
   *
   * @return number of entries delivered, or -1 when an event block comes next
   */
  int readSnapshotBlock(SourceHandler handler) throws SourceException {
    int ready = in.available(HEADER_LENGTH);
    if (ready == 0 && !in.failed()) {
      throw in.damage("no events in file");
    }
    if (ready < HEADER_LENGTH) {
      throw in.cut("a block header", HEADER_LENGTH);
    }
    BlockType type = BlockType.of(LittleEndian.i32(in.buffer, in.position));
    if (type.isEvent()) {
      return -1;
    }
    long total = LittleEndian.u32(in.buffer, in.position + 4);
    if (total < HEADER_LENGTH + TRAILER_LENGTH) {
      throw in.damage("block of " + total + " bytes, shorter than its header");
    }
    in.position += HEADER_LENGTH;
    int entries = snapshot.read(type, total - HEADER_LENGTH - TRAILER_LENGTH, handler);
    if (type == BlockType.UNKNOWN) {
      unknownBlocks++;
    }
    if (in.available(TRAILER_LENGTH) < TRAILER_LENGTH) {
      throw in.cut("a block", TRAILER_LENGTH);
    }
    long trailer = LittleEndian.u32(in.buffer, in.position);
    if (trailer != total) {
      throw in.damage(contradiction(total, trailer));
    }
    in.position += TRAILER_LENGTH;
    return entries;
  }

  private static String contradiction(long before, long after) {
    return "block length is " + before + " before the block and " + after + " after it";
  }

  /**
   * Ends the events of the capture.
   *
   * @throws SourceException when the two lengths of an event block differed; all events were read
   */
  void end() throws SourceException {
    if (contradiction != null) {
      throw contradiction;
    }
  }

  /** What {@link #readEvent} found. */
  enum Next {
    EVENT,
    /** Passed over: an event of an unknown type. */
    NOTHING,
    /** A block that is no event: a new section must begin here. */
    OTHER_BLOCK,
    END
  }

  /** Reads the next event block and points the view at its event. */
  Next readEvent(RawEvent raw) throws SourceException {
    int ready = in.available(HEADER_LENGTH);
    if (ready < HEADER_LENGTH) {
      if (ready == 0 && !in.failed()) {
        return Next.END;
      }
      throw in.cut("a block header", HEADER_LENGTH);
    }
    BlockType type = BlockType.of(LittleEndian.i32(in.buffer, in.position));
    if (!type.isEvent()) {
      return Next.OTHER_BLOCK;
    }
    int total = checkedLength(type);
    if (in.available(total) < total) {
      throw in.cut("an event block", total);
    }
    eventOffset = in.offset();
    int block = in.position;
    in.position += total;
    long trailer = LittleEndian.u32(in.buffer, in.position - TRAILER_LENGTH);
    if (trailer != total && contradiction == null) {
      contradiction = damage(contradiction(total, trailer) + "; all events were read");
    }
    return view(raw, type, block, block + total - TRAILER_LENGTH);
  }

  /**
   * Points the view at the event of a block.
   *
   * @param block where the block begins in the window
   * @param end where its trailer begins
   */
  private Next view(RawEvent raw, BlockType type, int block, int end) throws SourceException {
    byte[] buffer = in.buffer;
    int event = block + type.eventStart();
    int code = EventHeader.type(buffer, event);
    if (code >= lengthSizes.length) {
      unknownEvents++;
      return Next.NOTHING;
    }
    int at = block + HEADER_LENGTH;
    int cpu = LittleEndian.u16(buffer, at);
    int recorded = type.hasFlags() ? LittleEndian.i32(buffer, at + CPU_LENGTH) : 0;
    int flags = (recorded & FLAG_STATE_ONLY) != 0 ? RawEvent.FLAG_STATE_ONLY : 0;
    if (type.version() == 1) {
      int length = legacy.widen(buffer, event, end - event);
      if (length < 0) {
        throw damage("event of type " + code + " whose parameters do not add up to its length");
      }
      raw.wrap(legacy.buffer(), 0, length, cpu, flags);
      return Next.EVENT;
    }
    int length = EventHeader.eventLength(buffer, event);
    if (length < EventHeader.LENGTH || length > end - event) {
      throw damage("event of " + length + " bytes in a block with " + (end - event) + " for it");
    }
    raw.wrap(buffer, event, length, cpu, flags);
    if (!raw.findParams(lengthSizes[code])) {
      checkParams(raw, code);
    }
    return Next.EVENT;
  }

  private int checkedLength(BlockType type) throws SourceException {
    long total = LittleEndian.u32(in.buffer, in.position + 4);
    if (total < type.leastLength()) {
      throw in.damage("event block of " + total + " bytes, shorter than " + type.leastLength());
    }
    if (total > type.mostLength()) {
      throw in.damage(
          "event block length "
              + (total - HEADER_LENGTH)
              + " greater than the limit of "
              + (type.mostLength() - HEADER_LENGTH));
    }
    return (int) total;
  }

  /** Too many parameters are the decoder's affair; parameters beyond the event are damage. */
  private void checkParams(RawEvent raw, int code) throws SourceException {
    byte[] buffer = raw.buffer();
    int length = raw.length();
    int count = EventHeader.paramCount(buffer, raw.offset());
    int lengthSize = lengthSizes[code];
    long left = length - EventHeader.LENGTH - (count & 0xFFFF_FFFFL) * lengthSize;
    if (left < 0) {
      throw damage("event of " + length + " bytes with " + count + " parameters");
    }
    int at = raw.offset() + EventHeader.LENGTH;
    for (int i = 0; i < count; i++) {
      left -=
          lengthSize == 2
              ? LittleEndian.u16(buffer, at + 2 * i)
              : LittleEndian.u32(buffer, at + 4 * i);
    }
    if (left < 0) {
      throw damage("event of type " + code + " with parameters longer than the event");
    }
  }

  /** Damage inside the block that was read last. */
  private SourceException damage(String message) {
    return in.damageAt(eventOffset, message);
  }

  private static int[] lengthSizes() {
    return EventTable.standard().all().stream().mapToInt(EventType::lengthSize).toArray();
  }
}
