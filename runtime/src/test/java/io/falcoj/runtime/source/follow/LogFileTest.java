package io.falcoj.runtime.source.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is the file that was seen, whatever its name leads to when it is opened. */
class LogFileTest {
  @TempDir private Path dir;

  @Test
  void aNameThatLeadsElsewhereMeanwhileIsNotOpened() throws IOException {
    Path path = Files.writeString(dir.resolve("audit.log"), "old");
    LogFile log = new LogFile(path, inode(path), Head.EMPTY, 0);
    Path rotated = Files.move(path, dir.resolve("audit.log.1"));
    assertThatThrownBy(log::open).isInstanceOf(LogFile.Moved.class);
    Files.writeString(path, "new");
    assertThatThrownBy(log::open).isInstanceOf(LogFile.Moved.class);
    log.named(rotated);
    assertThat(log.open().beginning()).isEqualTo("old".getBytes());
    Files.move(rotated, dir.resolve("audit.log.2"));
    assertThat(log.open().beginning()).as("once it is open").isEqualTo("old".getBytes());
    log.close();
  }

  private static long inode(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:ino")).longValue();
  }
}
