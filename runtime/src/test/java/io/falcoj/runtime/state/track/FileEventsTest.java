package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are opened by all the calls that can. */
class FileEventsTest extends TrackedTree {
  private static final long TMPFILE = 1 << 13;
  private static final long CREATED = 1 << 14;
  private static final long UPPER_LAYER = 1 << 15;

  private final FdNames names = new FdNames();

  @ParameterizedTest
  @CsvSource({
    "-100, ../a/./b//c/.., /home/a/b",
    "-100, /x/../y/, /y",
    "3, sub/f, /opt/sub/f",
    "3, /abs, /abs",
    "9, f, <UNKNOWN>f"
  })
  void pathsAreAbsoluteAndPlain(long dirfd, String path, String expected) {
    openat(200, 3, AT_FDCWD, "/opt", DIRECTORY);
    openat(200, 4, dirfd, path, READ);
    assertThat(fd(200, 4).name).hasToString(expected);
    assertThat(fd(200, 4).kind).isEqualTo(Kind.FILE_V2);
    assertThat(fd(200, 4).inode).isEqualTo(2);
  }

  @Test
  void thePathAsGivenIsKeptButForRepeatedSlashes() {
    openat(200, 4, AT_FDCWD, "..//a/./b", READ);
    assertThat(fd(200, 4).nameRaw).hasToString("../a/./b");
  }

  @Test
  void aPathOverTheLimitHasAnotherName() {
    openat(200, 4, AT_FDCWD, "a".repeat(1020), READ);
    assertThat(fd(200, 4).name).hasToString("/DIR_TOO_LONG/FILENAME_TOO_LONG");
  }

  @Test
  void aDirectoryIsOneByItsFlag() {
    openat(200, 3, AT_FDCWD, "/opt", DIRECTORY | CLOEXEC);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.DIRECTORY);
    openat(200, 4, AT_FDCWD, "/tmp", TMPFILE | 2);
    assertThat(fd(200, 4).kind).as("a nameless file").isEqualTo(Kind.FILE_V2);
    assertThat(fd(200, 4).name).hasToString("/tmp");
  }

  @Test
  void layersAreInTheFlags() {
    openat(200, 3, AT_FDCWD, "/a", READ | UPPER_LAYER);
    assertThat(fd(200, 3).overlayUpper).isTrue();
    assertThat(fd(200, 3).overlayLower).isFalse();
    begin("SYSCALL_CREAT_X", 200).number(4).text("new").number(0).number(1).number(2).number(1);
    send();
    assertThat(fd(200, 4).name).hasToString("/home/eve/new");
    assertThat(fd(200, 4).overlayUpper).isTrue();
  }

  @Test
  void theStartOfTheCallCannotBeExchanged() {
    begin("SYSCALL_OPEN_E", 200).text("/etc/shadow").number(READ).number(0);
    send();
    begin("SYSCALL_OPEN_X", 200).number(3).text("/tmp/x").number(2 | CREATED).number(0);
    send();
    assertThat(fd(200, 3).name).hasToString("/etc/shadow");
    assertThat(fd(200, 3).openFlags).isEqualTo(READ | CREATED);
    begin("SYSCALL_OPENAT_2_E", 200).number(AT_FDCWD).text("<NA>").number(READ).number(0);
    send();
    openat(200, 4, AT_FDCWD, "/tmp/y", READ);
    assertThat(fd(200, 4).name).as("a start without a name").hasToString("/tmp/y");
  }

  @Test
  void openat2AndHandlesTellTheSame() {
    begin("SYSCALL_OPENAT2_X", 200).number(3).number(AT_FDCWD).text("f").number(READ);
    encoder.number(0).number(0).number(11).number(12);
    send();
    assertThat(fd(200, 3).name).hasToString("/home/eve/f");
    assertThat(fd(200, 3).device).isEqualTo(11);
    begin("SYSCALL_OPEN_BY_HANDLE_AT_X", 200).number(4).number(3).number(READ).text("/mnt/g");
    encoder.number(13).number(14);
    send();
    assertThat(fd(200, 4).name).hasToString("/mnt/g");
    assertThat(fd(200, 4).inode).isEqualTo(14);
  }

  @Test
  void theDeviceAloneDoesNotCount() {
    begin("SYSCALL_OPENAT_2_X", 200).number(3).number(AT_FDCWD).text("/f").number(READ);
    encoder.number(0).number(11).absent();
    send();
    assertThat(fd(200, 3).device).isZero();
    begin("SYSCALL_OPEN_X", 200).number(4).text("/f").number(READ).number(0).number(11).absent();
    send();
    assertThat(fd(200, 4).device).as("open has always told it").isEqualTo(11);
  }

  @Test
  void aFailedOpenHasANameAndNoDescriptor() {
    openat(200, -2, AT_FDCWD, "missing", READ);
    assertThat(state.usesFd).isTrue();
    assertThat(state.fd).isNull();
    ByteSlice name = names.fromEvent(event, state, false);
    assertThat(name).hasToString("/home/eve/missing");
    assertThat(thread(200).fdCount()).isZero();
  }

  @Test
  void aDescriptorIsThatOfThisOpen() {
    openat(200, 3, AT_FDCWD, "/a", READ);
    FdInfo first = fd(200, 3);
    openat(200, 3, AT_FDCWD, "/b", READ);
    assertThat(fd(200, 3)).isNotSameAs(first);
    assertThat(fd(200, 3).name).hasToString("/b");
    assertThat(thread(200).fdCount()).isEqualTo(1);
  }
}
