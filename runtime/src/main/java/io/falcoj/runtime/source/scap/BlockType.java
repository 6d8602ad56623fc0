package io.falcoj.runtime.source.scap;

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
  EVENT_V1(Content.EVENT, 1, 0x204, 0x8010ABCD),
  EVENT_V2(Content.EVENT, 2, 0x216),
  EVENT_V2_LARGE(Content.EVENT, 2, 0x221),
  FLAGGED_EVENT_V1(Content.EVENT, 1, 0x208),
  FLAGGED_EVENT_V2(Content.EVENT, 2, 0x217),
  FLAGGED_EVENT_V2_LARGE(Content.EVENT, 2, 0x222),
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

  BlockType(Content content, int version, int id) {
    this(content, version, id, id);
  }

  BlockType(Content content, int version, int id, int earlyId) {
    this.content = content;
    this.version = version;
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
    return content == Content.EVENT;
  }

  /** True for event blocks that have flags before the event. */
  boolean hasFlags() {
    return this == FLAGGED_EVENT_V1 || this == FLAGGED_EVENT_V2 || this == FLAGGED_EVENT_V2_LARGE;
  }

  /** True for event blocks that may be longer than 64 KiB. */
  boolean isLarge() {
    return this == EVENT_V2_LARGE || this == FLAGGED_EVENT_V2_LARGE;
  }
}
