package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import java.util.Arrays;

/**
 * The blocks of a {@code .scap} file. Numbers: {@code userspace/libscap/scap_savefile.h} of
 * falcosecurity/libs; the {@code _INT} ones are from before its first release.
 */
enum BlockType {
  SECTION(Content.SECTION, 1, 0x0A0D0D0A),
  MACHINE(Content.MACHINE, 1, 0x201, 0x8002ABCD),
  PROCESSES_V1(Content.PROCESSES, 1, 0x202, 0x8000ABCD),
  PROCESSES_V2(Content.PROCESSES, 2, 0x207, 0x8013ABCD),
  PROCESSES_V3(Content.PROCESSES, 3, 0x209, 0x8014ABCD),
  PROCESSES_V4(Content.PROCESSES, 4, 0x210),
  PROCESSES_V5(Content.PROCESSES, 5, 0x211),
  PROCESSES_V6(Content.PROCESSES, 6, 0x212),
  PROCESSES_V7(Content.PROCESSES, 7, 0x213),
  PROCESSES_V8(Content.PROCESSES, 8, 0x214),
  PROCESSES_V9(Content.PROCESSES, 9, 0x215),
  DESCRIPTORS_V1(Content.DESCRIPTORS, 1, 0x203, 0x8001ABCD),
  DESCRIPTORS_V2(Content.DESCRIPTORS, 2, 0x218),
  INTERFACES_V1(Content.INTERFACES, 1, 0x205, 0x8011ABCD),
  INTERFACES_V2(Content.INTERFACES, 2, 0x219),
  USERS_V1(Content.USERS, 1, 0x206, 0x8012ABCD),
  USERS_V2(Content.USERS, 2, 0x220),
  EVENT_V1(1, 0, BlockReader.MAX_PLAIN_LENGTH, 0x204, 0x8010ABCD),
  EVENT_V2(2, 0, BlockReader.MAX_PLAIN_LENGTH, 0x216, 0x216),
  EVENT_V2_LARGE(2, 0, BlockReader.MAX_LARGE_LENGTH, 0x221, 0x221),
  FLAGGED_EVENT_V1(1, 4, BlockReader.MAX_PLAIN_LENGTH, 0x208, 0x208),
  FLAGGED_EVENT_V2(2, 4, BlockReader.MAX_PLAIN_LENGTH, 0x217, 0x217),
  FLAGGED_EVENT_V2_LARGE(2, 4, BlockReader.MAX_LARGE_LENGTH, 0x222, 0x222),
  /** Any other number: to be skipped. */
  UNKNOWN(Content.UNKNOWN, 0, 0);

  /** What a block holds, whatever its version. */
  enum Content {
    SECTION,
    MACHINE,
    PROCESSES,
    DESCRIPTORS,
    INTERFACES,
    USERS,
    EVENT,
    UNKNOWN
  }

  private static final int FIRST = 0x200;
  private static final BlockType[] RELEASED = new BlockType[0x23];

  static {
    Arrays.fill(RELEASED, UNKNOWN);
    for (BlockType type : values()) {
      if (type.id >= FIRST && type.id < FIRST + RELEASED.length) {
        RELEASED[type.id - FIRST] = type;
      }
    }
  }

  private final Content content;
  private final int version;
  private final int id;
  private final int earlyId;
  private final int eventStart;
  private final int leastLength;
  private final int mostLength;

  BlockType(Content content, int version, int id) {
    this(content, version, id, id);
  }

  BlockType(Content content, int version, int id, int earlyId) {
    this(content, version, 0, 0, 0, id, earlyId);
  }

  /** A block with an event behind so many bytes of flags, and a body of at most so many bytes. */
  BlockType(int version, int flagBytes, int longestBody, int id, int earlyId) {
    this(
        Content.EVENT,
        version,
        BlockReader.HEADER_LENGTH + BlockReader.CPU_LENGTH + flagBytes,
        version == 1 ? LegacyEvent.HEADER_LENGTH : EventHeader.LENGTH,
        longestBody,
        id,
        earlyId);
  }

  BlockType(
      Content content,
      int version,
      int eventStart,
      int eventHeader,
      int longestBody,
      int id,
      int earlyId) {
    this.content = content;
    this.version = version;
    this.eventStart = eventStart;
    this.leastLength = eventStart + eventHeader + BlockReader.TRAILER_LENGTH;
    this.mostLength = BlockReader.HEADER_LENGTH + longestBody;
    this.id = id;
    this.earlyId = earlyId;
  }

  /** The type with that number, or {@link #UNKNOWN}. */
  static BlockType of(int id) {
    if (id >= FIRST && id < FIRST + RELEASED.length) {
      return RELEASED[id - FIRST];
    }
    return ofRare(id);
  }

  private static BlockType ofRare(int id) {
    for (BlockType type : values()) {
      if (id == type.id || id == type.earlyId) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** The number that is written. */
  int id() {
    return id;
  }

  Content content() {
    return content;
  }

  /** Version of the layout, from 1. */
  int version() {
    return version;
  }

  boolean isEvent() {
    return eventStart > 0;
  }

  /** Where the event begins within an event block. */
  int eventStart() {
    return eventStart;
  }

  /** Length of the shortest event block. */
  int leastLength() {
    return leastLength;
  }

  /** Length of the longest event block. */
  int mostLength() {
    return mostLength;
  }

  /** True for event blocks that have flags before the event. */
  boolean hasFlags() {
    return eventStart > BlockReader.HEADER_LENGTH + BlockReader.CPU_LENGTH;
  }
}
