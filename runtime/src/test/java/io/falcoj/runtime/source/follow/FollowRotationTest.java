package io.falcoj.runtime.source.follow;

import static io.falcoj.runtime.source.follow.Logs.append;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are rotated while they are followed: every line once, whatever the tool does. */
class FollowRotationTest {
  @TempDir private Path dir;
  private Path log = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void paths() {
    log = dir.resolve("audit.log");
    state = dir.resolve("state/state.json");
  }

  private Path rotated(String name) throws IOException {
    return Files.move(log, dir.resolve(name));
  }

  @Test
  void readsFromTheBeginningAndThenWhatIsAppended() throws IOException, SourceException {
    append(log, "a", "b");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a", "b");
      assertThat(follower.take()).isEmpty();
      append(log, "c");
      assertThat(follower.take()).containsExactly("c");
    }
  }

  @Test
  void waitsForALogThatIsNotThereYet() throws IOException, SourceException {
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).isEmpty();
      assertThat(follower.warnings).singleElement().asString().contains("waiting for it");
      append(log, "a");
      assertThat(follower.take()).containsExactly("a");
    }
  }

  @Test
  void readsTheRestOfARenamedLogBeforeTheNewOne() throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      append(log, "b");
      Path old = rotated("audit-2026-11-28T10-00-00.000.log");
      append(log, "d");
      append(old, "c");
      assertThat(follower.take()).containsExactly("b", "c", "d");
    }
  }

  @Test
  void readsLogsThatWereMadeAndRotatedBetweenTwoLooks() throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      Files.setLastModifiedTime(rotated("audit.log.2"), time(1));
      append(log, "b");
      Files.setLastModifiedTime(rotated("audit.log.1"), time(2));
      append(log, "c");
      assertThat(follower.take()).containsExactly("b", "c");
    }
  }

  private static FileTime time(long second) {
    return FileTime.fromMillis(1_790_000_000_000L + second * 1000);
  }

  @Test
  void logsThatBeginAlikeAreLogsOfTheirOwnWhenRenamed() throws IOException, SourceException {
    append(log, "a", "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).hasSize(2);
      rotated("audit.log.1");
      append(log, "a", "a", "a");
      assertThat(follower.take()).hasSize(3);
    }
  }

  @Test
  void aDeletedLogIsReadToItsEnd() throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      append(log, "b");
      Files.delete(log);
      append(log, "c");
      assertThat(follower.take()).containsExactly("b", "c");
    }
  }

  @Test
  void aLogThatIsCutIsReadFromItsBeginning() throws IOException, SourceException {
    append(log, "a", "b");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a", "b");
      Logs.truncate(log);
      append(log, "c");
      assertThat(follower.take()).containsExactly("c");
    }
  }

  @Test
  void aLogThatIsCutAndGrewBeyondWhatWasReadIsReadFromItsBeginning()
      throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      Logs.truncate(log);
      append(log, "b", "c", "d");
      assertThat(follower.take()).containsExactly("b", "c", "d");
    }
  }

  @Test
  void aLogThatIsCutAndGrewWithinOneTickOfTheClockIsReadFromItsBeginning()
      throws IOException, SourceException {
    FileTime tick = FileTime.fromMillis(1_700_000_000_000L);
    append(log, "a");
    Files.setLastModifiedTime(log, tick);
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      for (String[] lines : List.of(new String[] {"b", "c", "d"}, new String[] {"e"})) {
        Logs.truncate(log);
        append(log, lines);
        Files.setLastModifiedTime(log, tick);
        assertThat(follower.take()).containsExactly(lines);
      }
    }
  }

  @Test
  void whatWasNotReadBeforeALogWasCopiedAndCutIsReadInTheCopy()
      throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      append(log, "b");
      Files.copy(log, dir.resolve("audit.log.1"));
      Logs.truncate(log);
      append(log, "c");
      assertThat(follower.take()).containsExactly("b", "c");
    }
  }

  @Test
  void aCopyInTheMakingIsNotJudged() throws IOException, SourceException {
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      Files.copy(log, dir.resolve("audit.log.1"));
      assertThat(follower.take()).isEmpty();
      Logs.truncate(log);
      assertThat(follower.take()).isEmpty();
      append(log, "b");
      assertThat(follower.take()).containsExactly("b");
    }
  }

  @Test
  void compressingARotatedLogJudgesNothingAgain() throws IOException, SourceException {
    append(log, "a", "b");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).hasSize(2);
      Path old = rotated("audit-2026-11-28T10-00-00.000.log");
      append(log, "c");
      assertThat(follower.take()).containsExactly("c");
      Path compressed = Logs.compress(old);
      assertThat(follower.take()).isEmpty();
      Files.move(compressed, dir.resolve("audit-2026-11-28T10-00-01.000.log.gz"));
      assertThat(follower.take()).isEmpty();
    }
  }

  @Test
  void olderLogsAreNotReadAtTheFirstStart() throws IOException, SourceException {
    append(dir.resolve("audit.log.1"), "x");
    append(dir.resolve("audit.log.bak"), "y");
    append(log, "a");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      Logs.compress(dir.resolve("audit.log.1"));
      assertThat(follower.take()).isEmpty();
    }
  }

  @Test
  void namesOfRotatedLogs() {
    for (String name :
        new String[] {
          "audit.log.1",
          "audit.log.12.gz",
          "audit.log-20261128",
          "audit-2026-11-28T10-00-00.000.log",
          "audit-2026-11-28T10-00-00.000.log.gz",
          "audit.1.log",
          "audit.log.1.zst"
        }) {
      assertThat(Rotation.mayBecome(log, dir.resolve(name))).as(name).isTrue();
    }
    for (String name :
        new String[] {"audit.log", "audit.log.bak", "audit2.log", "audit-old.log", "kube.log.1"}) {
      assertThat(Rotation.mayBecome(log, dir.resolve(name))).as(name).isFalse();
    }
    assertThat(Rotation.mayBecome(log, dir.resolve("other/audit.log.1"))).isFalse();
  }
}
