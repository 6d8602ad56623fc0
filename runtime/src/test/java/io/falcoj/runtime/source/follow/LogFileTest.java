package io.falcoj.runtime.source.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
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

  @Test
  void whatCannotBeReadIsClosedAgain() throws IOException {
    LogFile folder = new LogFile(dir, inode(dir), Head.EMPTY, 0);
    assertThat(leftOpen(() -> assertThatThrownBy(folder::open).isInstanceOf(IOException.class)))
        .isZero();
  }

  /** In a file system that has no such numbers. */
  @Test
  void whatHasNoNumberIsClosedAgain() throws IOException {
    URI archive = URI.create("jar:" + dir.resolve("logs.zip").toUri());
    try (FileSystem inside = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      LogFile log =
          new LogFile(Files.writeString(inside.getPath("/a.log"), "old"), 7, Head.EMPTY, 0);
      assertThat(
              leftOpen(
                  () ->
                      assertThatThrownBy(log::open)
                          .isInstanceOf(UnsupportedOperationException.class)))
          .isZero();
    }
  }

  private static long leftOpen(Runnable attempt) throws IOException {
    attempt.run();
    long before = openFiles();
    for (int i = 0; i < 20; i++) {
      attempt.run();
    }
    // others in this JVM may close or open one meanwhile
    return (openFiles() - before) / 10;
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.count();
    }
  }

  private static long inode(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:ino")).longValue();
  }
}
