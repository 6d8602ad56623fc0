package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.file.Path;

/** The users and groups of the machine, as its files list them. */
final class Accounts {
  private Accounts() {}

  static void deliver(Path passwd, Path group, SourceHandler handler) {
    for (String line : ProcFile.lines(passwd)) {
      String[] columns = line.split(":", -1);
      if (columns.length >= 7 && !line.startsWith("#")) {
        handler.user(
            new UserEntry(
                false,
                ProcFile.number(columns[2]),
                ProcFile.number(columns[3]),
                ProcFile.slice(columns[0]),
                ProcFile.slice(columns[5]),
                ProcFile.slice(columns[6])));
      }
    }
    for (String line : ProcFile.lines(group)) {
      String[] columns = line.split(":", -1);
      if (columns.length >= 3 && !line.startsWith("#")) {
        long id = ProcFile.number(columns[2]);
        handler.user(
            new UserEntry(
                true, id, id, ProcFile.slice(columns[0]), ByteSlice.EMPTY, ByteSlice.EMPTY));
      }
    }
  }
}
