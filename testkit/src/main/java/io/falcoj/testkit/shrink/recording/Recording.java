package io.falcoj.testkit.shrink.recording;

import java.util.BitSet;
import java.util.List;

/**
 * A recording taken apart: its events, and behind them, for captures, what existed before: users,
 * threads, descriptors. Each piece has a number and can be left out.
 */
public interface Recording {
  /** How many events there are: pieces from 0 on. */
  int events();

  /** How many pieces there are. */
  int pieces();

  /** Whether it is a capture of system calls, and no audit log. */
  boolean isCapture();

  /** The recording with these pieces alone, as its readers want it. */
  byte[] write(BitSet pieces);

  /** The whole recording. */
  default byte[] write() {
    BitSet all = new BitSet();
    all.set(0, pieces());
    return write(all);
  }

  /**
   * What was there before the events and is shown by a field, whether or not an event shows it;
   * texts in ISO 8859-1, so that bytes stay what they are.
   */
  List<String> tableTexts(String field);

  /** The same pieces with other texts in them. */
  Recording map(TextMapping texts);
}
