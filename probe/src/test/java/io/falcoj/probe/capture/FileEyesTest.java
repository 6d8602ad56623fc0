package io.falcoj.probe.capture;

import static io.falcoj.probe.capture.LiveRun.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of what the probe tells of calls on files. */
class FileEyesTest {
  private static final int DIRECTORY_FD = -100;

  @TempDir private static Path dir;

  private static List<Seen> events;

  @BeforeAll
  static void run() throws Exception {
    ThisKernel.isNeeded();
    events = LiveRun.ofScript("files.pl", dir);
  }

  @Test
  void openatThatMadeAFile() throws Exception {
    Seen open = one(events, "openat", e -> e.text("name").equals("made"));
    assertThat(open.res()).isGreaterThan(2);
    assertThat(open.number("dirfd")).isEqualTo(DIRECTORY_FD);
    // O_RDWR, O_CREAT, O_EXCL, O_CLOEXEC, and that it was made
    assertThat(open.number("flags") & 0x7FFF).isEqualTo(3 | 4 | 32 | 4096 | 16384);
    assertThat(open.number("mode")).isEqualTo(0640);
    assertThat(open.number("ino")).isEqualTo(Files.getAttribute(dir.resolve("made"), "unix:ino"));
    assertThat(open.number("dev"))
        .isEqualTo((int) (long) Files.getAttribute(dir.resolve("made"), "unix:dev"));
  }

  @Test
  void openThatFailed() {
    Seen open = one(events, "open", e -> e.text("name").equals(dir + "/missing"));
    assertThat(open.res()).isEqualTo(-2);
    assertThat(open.number("flags")).isEqualTo(2 | 8);
    assertThat(open.number("mode")).isZero();
    assertThat(open.number("ino")).isZero();
  }

  @Test
  void creatAndOpenat2() throws Exception {
    Seen creat = one(events, "creat", e -> true);
    assertThat(creat.text("name")).isEqualTo("created");
    assertThat(creat.number("mode")).isEqualTo(0600);
    assertThat(creat.number("ino"))
        .isEqualTo(Files.getAttribute(dir.resolve("created"), "unix:ino"));
    Seen beneath = one(events, "openat2", e -> true);
    assertThat(beneath.text("name")).isEqualTo("beneath");
    assertThat(beneath.number("flags") & 0x7FFF).isEqualTo(2 | 4 | 16384);
    assertThat(beneath.number("mode")).isEqualTo(0644);
    assertThat(beneath.number("resolve")).isEqualTo(1);
  }

  @Test
  void dataThatWasReadAndWritten() {
    Seen write = one(events, "write", e -> e.text("data").equals("hello probe"));
    assertThat(write.res()).isEqualTo(11);
    assertThat(write.number("size")).isEqualTo(11);
    Seen read = one(events, "pread", e -> e.number("pos") == 6);
    assertThat(read.text("data")).isEqualTo("probe");
    assertThat(read.number("pos")).isEqualTo(6);
    assertThat(read.number("size")).isEqualTo(20);
    Seen seek = one(events, "lseek", e -> e.number("offset") == 3);
    assertThat(seek.number("fd")).isEqualTo(write.number("fd"));
    assertThat(seek.number("whence")).isZero();
  }

  @Test
  void directories() {
    assertThat(one(events, "mkdir", e -> true).text("path")).isEqualTo("d");
    assertThat(one(events, "mkdir", e -> true).number("mode")).isEqualTo(0750);
    Seen at = one(events, "mkdirat", e -> true);
    assertThat(at.text("path")).isEqualTo("d/e");
    assertThat(at.number("dirfd")).isEqualTo(DIRECTORY_FD);
    assertThat(one(events, "rmdir", e -> true).res()).isEqualTo(-2);
    assertThat(one(events, "fchdir", e -> true).res()).isZero();
    assertThat(one(events, "chdir", e -> e.text("path").equals("..")).res()).isZero();
    assertThat(one(events, "getcwd", e -> true).text("path")).isEqualTo(dir.toString());
  }

  @Test
  void namesOfFiles() {
    Seen directory = one(events, "openat", e -> e.text("name").equals("d"));
    assertThat(directory.number("flags") & 1024).isEqualTo(1024);
    two("link", "oldpath", "made", "newpath", "linked");
    Seen linkat = two("linkat", "oldpath", "made", "newpath", "linked");
    assertThat(linkat.number("newdir")).isEqualTo(directory.res());
    two("symlink", "target", "../target", "linkpath", "soft");
    assertThat(two("symlinkat", "target", "target", "linkpath", "soft").number("linkdirfd"))
        .isEqualTo(directory.res());
    two("rename", "oldpath", "linked", "newpath", "renamed");
    two("renameat", "oldpath", "linked", "newpath", "renamed2");
    assertThat(two("renameat2", "oldpath", "renamed", "newpath", "renamed3").number("flags"))
        .isEqualTo(1);
    assertThat(one(events, "unlink", e -> true).text("path")).isEqualTo("renamed2");
    Seen unlinkat = one(events, "unlinkat", e -> true);
    assertThat(unlinkat.text("name")).isEqualTo("e");
    assertThat(unlinkat.number("flags")).isEqualTo(512);
    assertThat(unlinkat.res()).isZero();
  }

  private static Seen two(String name, String first, String one, String second, String other) {
    Seen seen = one(events, name, e -> true);
    assertThat(seen.text(first)).isEqualTo(one);
    assertThat(seen.text(second)).isEqualTo(other);
    assertThat(seen.res()).isZero();
    return seen;
  }

  @Test
  void modesAndOwners() {
    assertThat(one(events, "chmod", e -> true).number("mode")).isEqualTo(04755);
    assertThat(one(events, "fchmod", e -> true).number("mode")).isEqualTo(0600);
    assertThat(one(events, "fchmodat", e -> true).number("mode")).isEqualTo(0640);
    Seen chown = one(events, "chown", e -> true);
    assertThat(chown.number("uid")).isEqualTo(12);
    assertThat(chown.number("gid")).isEqualTo(34);
    assertThat(one(events, "fchown", e -> true).number("uid")).isZero();
    assertThat(one(events, "lchown", e -> true).text("path")).isEqualTo("soft");
    Seen at = one(events, "fchownat", e -> true);
    assertThat(at.text("pathname")).isEqualTo("made");
    assertThat(at.number("flags")).isEqualTo(1024);
    assertThat(one(events, "mknod", e -> true).number("mode")).isEqualTo(010600);
    // Upstream takes the number for one of the kernel's own, and the event shows that.
    assertThat(one(events, "mknodat", e -> true).number("dev")).isEqualTo(0x100003);
  }

  @Test
  void descriptors() {
    long fd = one(events, "openat", e -> e.text("name").equals("made")).res();
    assertThat(one(events, "dup", e -> true).number("oldfd")).isEqualTo(fd);
    assertThat(one(events, "dup2", e -> e.number("newfd") == 40).res()).isEqualTo(40);
    assertThat(one(events, "dup3", e -> true).number("flags")).isEqualTo(4096);
    Seen fcntl = one(events, "fcntl", e -> e.number("arg") == 50);
    assertThat(fcntl.number("cmd")).isEqualTo(26);
    assertThat(fcntl.res()).isGreaterThanOrEqualTo(50);
    Seen pipe = one(events, "pipe", e -> true);
    assertThat(pipe.number("fd2")).isEqualTo(pipe.number("fd1") + 1);
    assertThat(pipe.number("ino")).isPositive();
    assertThat(one(events, "pipe2", e -> e.number("flags") == (64 | 4096)).res()).isZero();
    assertThat(one(events, "close", e -> e.number("fd") == 77).res()).isEqualTo(-9);
    Seen range = one(events, "close_range", e -> true);
    assertThat(range.number("first")).isEqualTo(60);
    assertThat(range.number("last")).isEqualTo(70);
  }

  @Test
  void looksAtFiles() {
    assertThat(one(events, "access", e -> e.text("name").equals("made")).number("mode"))
        .isEqualTo(4);
    assertThat(one(events, "lstat", e -> e.text("path").equals("soft")).res()).isZero();
    assertThat(one(events, "newfstatat", e -> e.text("path").equals("made")).number("flags"))
        .isEqualTo(256);
  }
}
