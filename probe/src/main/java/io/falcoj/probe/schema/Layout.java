package io.falcoj.probe.schema;

/**
 * What C and Java share in memory: the structs of {@code maps.h}. A test compares the offsets here
 * with those that the compiler gives.
 *
 * <pre>
 * struct call      event u16 | params u8 | class u8 | code u16 | native u16 | ops u32 × 24
 * struct wanted    calls u8 × 512 | exec u8 | exit u8 | signal u8 | unused u8 × 5
 * struct settings  boot_time u64 | data_bytes u32 | waiting u32 | generation u32 | unused u32
 * struct node      value u64 | op u32 | yes u16 | no u16 | source u8 | test u8 | width u8 | unused u8 × 5
 * struct filters   first u16 × 1024 | nodes × 4096
 * struct counters  seen u64 | filtered u64 | sent u64 | dropped u64 | cut u64 | unused u64 × 3
 * </pre>
 */
public final class Layout {
  /** Numbers of system calls that the table has room for, for each of the two architectures. */
  public static final int CALL_NUMBERS = 512;

  public static final int MAX_STEPS = 24;
  public static final int CALL_BYTES = 8 + 4 * MAX_STEPS;
  public static final int CALL_PARAMS = 2;
  public static final int CALL_CLASS = 3;
  public static final int CALL_CODE = 4;
  public static final int CALL_NATIVE = 6;
  public static final int CALL_STEPS = 8;

  /** Bits of a byte of wanted calls. */
  public static final int WANTED_NATIVE = 1;

  public static final int WANTED_COMPAT = 2;
  public static final int WANTED_EXEC = CALL_NUMBERS;
  public static final int WANTED_EXIT = WANTED_EXEC + 1;
  public static final int WANTED_SIGNAL = WANTED_EXEC + 2;
  public static final int WANTED_BYTES = WANTED_EXEC + 8;

  public static final int SETTINGS_BOOT_TIME = 0;
  public static final int SETTINGS_DATA_BYTES = 8;
  public static final int SETTINGS_WAITING = 12;
  public static final int SETTINGS_GENERATION = 16;
  public static final int SETTINGS_BYTES = 24;

  /** A node of a filter. */
  public static final int NODE_VALUE = 0;

  public static final int NODE_OP = 8;
  public static final int NODE_YES = 12;
  public static final int NODE_NO = 14;
  public static final int NODE_SOURCE = 16;
  public static final int NODE_TEST = 17;
  public static final int NODE_WIDTH = 18;
  public static final int NODE_BYTES = 24;

  /** In the width of a node: the number is signed. */
  public static final int SIGNED = 0x80;

  /** Jumps that end. */
  public static final int FILTER_PASS = 0xFFFF;

  public static final int FILTER_DROP = 0xFFFE;

  /** The nodes of all filters. */
  public static final int FILTER_NODES = 4096;

  public static final int FILTERS_NODES = 2 * 2 * CALL_NUMBERS;
  public static final int FILTERS_BYTES = FILTERS_NODES + FILTER_NODES * NODE_BYTES;

  /**
   * Most texts of the sets of two plans; while one takes the place of the other, both are there.
   */
  public static final int FILTER_TEXTS = 16 * 1024;

  public static final int COUNTERS_SEEN = 0;
  public static final int COUNTERS_FILTERED = 8;
  public static final int COUNTERS_SENT = 16;
  public static final int COUNTERS_DROPPED = 24;
  public static final int COUNTERS_CUT = 32;
  public static final int COUNTERS_BYTES = 64;

  /** Rows of the table of calls that belong to no system call: its last numbers are not in use. */
  public static final int EXEC_INDEX = 2 * CALL_NUMBERS - 1;

  public static final int EXIT_INDEX = EXEC_INDEX - 1;
  public static final int SIGNAL_INDEX = EXEC_INDEX - 2;

  /** The events at the start of calls whose arguments may be changed while they run. */
  static final int OPEN_ENTER_INDEX = EXEC_INDEX - 3;

  static final int CREAT_ENTER_INDEX = EXEC_INDEX - 4;
  static final int OPENAT_ENTER_INDEX = EXEC_INDEX - 5;
  static final int OPENAT2_ENTER_INDEX = EXEC_INDEX - 6;
  static final int CONNECT_ENTER_INDEX = EXEC_INDEX - 7;

  /** Number of the call of ia32 that stands for all calls of sockets. */
  public static final int IA32_SOCKETCALL = 102;

  /** In the number of parameters of an event in a ring: a text of it was cut. */
  public static final int CUT_FLAG = 1 << 30;

  /** Most bytes of one event. */
  public static final int EVENT_BYTES = 32 * 1024;

  /** Most bytes of one text, with the NUL behind it. */
  static final int STRING_BYTES = 4096;

  private Layout() {}
}
