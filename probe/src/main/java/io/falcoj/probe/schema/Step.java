package io.falcoj.probe.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the C side can do to write parameters: the steps of {@code steps.tsv}. The header that the
 * probe is compiled with takes their numbers from here.
 */
enum Step {
  // Each of these writes one number; the first ones need no look at anything else.
  RET,
  INT,
  BITS,
  CODE,
  NATIVE,
  UNSIGNED,
  CONST,
  FLAGS,
  OPEN_FLAGS,
  OPEN_MODE,
  CREAT_MODE,
  CREAT_LAYER,
  USER_INT,
  USER_WORD,
  TIME,
  LONG_OFFSET,
  SIZE_IN,
  MESSAGE_SIZE,
  HOW_FLAGS,
  HOW_MODE,
  HOW_RESOLVE,
  SUM,
  TID,
  PID,
  PARENT,
  FD_LIMIT,
  MAJOR_FAULTS,
  MINOR_FAULTS,
  TTY,
  INNER_GROUP,
  GROUP,
  LOGIN_UID,
  EUID,
  EGID,
  INNER_TID,
  INNER_PID,
  NAMESPACE_START,
  CLONE_FLAGS,
  CLONE3_FLAGS,
  FORK_FLAGS,
  // Texts, addresses and what else a call has; with the number of parameters that they write.
  TEXT(1),
  TEXT_IF_DONE(1),
  EMPTY(1),
  OPENED(2),
  DATA_IN(1),
  DATA_OUT(1),
  IMAGE(1),
  ADDRESS(1),
  CONNECTION(1),
  ACCEPTED(1),
  QUEUE(3),
  PAIR(3),
  SOCKET_PAIR(4),
  LIMIT(2),
  OPENED_PATH(1),
  PTRACE(2),
  SOCKET_OPTION(4),
  PRCTL(3),
  POLLED(1),
  KEYCTL(5),
  FSCONFIG(2),
  SEMAPHORES(6),
  IO_URING(6),
  // Of the process.
  ARGUMENTS(2),
  EXEC_ARGUMENTS(2),
  EXEC_ENVIRONMENT(1),
  EXEC_FILE(1),
  MEMORY(3),
  COMM(1),
  CGROUPS(1),
  EXE_FLAGS(1),
  CAPABILITIES(3),
  EXE_FILE(3),
  EXE_PATH(1),
  // Of messages.
  PARTS(1),
  MESSAGE(1),
  MESSAGE_CONTROL(1),
  MESSAGE_CONNECTION(1);

  static final Step LAST_SIMPLE = NATIVE;
  static final Step FIRST_OTHER = TEXT;
  static final Step FIRST_PROCESS = ARGUMENTS;
  static final Step FIRST_MESSAGE = PARTS;

  private final int params;

  Step() {
    this(1);
  }

  Step(int params) {
    this.params = params;
  }

  /** How many parameters it writes. */
  int params() {
    return params;
  }

  boolean isNumber() {
    return compareTo(FIRST_OTHER) < 0;
  }

  /** Number in the encoding; 0 is the end of a list. */
  int code() {
    return ordinal() + 1;
  }

  /** That of an encoded step; null for none. */
  static @Nullable Step of(int encoded) {
    int code = encoded & 0xFF;
    return code == 0 ? null : values()[code - 1];
  }

  static Step named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
