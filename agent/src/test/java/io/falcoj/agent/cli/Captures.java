package io.falcoj.agent.cli;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Small captures of one process, {@code cat}, that opens files. */
final class Captures {
  /** 2016-08-04T16:17:57 UTC. */
  static final long START = 1_470_327_477_000_000_000L;

  private Captures() {}

  /** One event for each path, a second apart. */
  static byte[] opening(String... paths) {
    return write(false, paths);
  }

  static byte[] openingInGzip(String... paths) {
    return write(true, paths);
  }

  private static byte[] write(boolean gzip, String... paths) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScapWriter writer = gzip ? ScapWriter.gzip(bytes) : ScapWriter.plain(bytes)) {
      writer.thread(cat());
      EventEncoder encoder = new EventEncoder();
      long time = START;
      for (String path : paths) {
        writer.event(
            encoder
                .begin(EventTable.standard().byId("SYSCALL_OPEN_X"), time, 100)
                .number(3)
                .text(path)
                .number(1)
                .number(0)
                .number(0)
                .number(5)
                .toRaw(new RawEvent()));
        time += 1_000_000_000;
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static ThreadEntry cat() {
    ThreadEntry thread = new ThreadEntry();
    thread.tid = 100;
    thread.pid = 100;
    thread.ptid = 1;
    thread.comm = ByteSlice.of("cat");
    thread.exe = ByteSlice.of("cat");
    thread.exepath = ByteSlice.of("/bin/cat");
    thread.args = ByteSlice.of("x\0");
    thread.cwd = ByteSlice.of("/");
    thread.root = ByteSlice.of("/");
    return thread;
  }
}
