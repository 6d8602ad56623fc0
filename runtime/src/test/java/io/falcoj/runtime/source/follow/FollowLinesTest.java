package io.falcoj.runtime.source.follow;

import static io.falcoj.runtime.source.follow.Logs.append;
import static io.falcoj.runtime.source.follow.Logs.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lines of a followed log may be, and which files a path names. */
class FollowLinesTest {
  @TempDir private Path dir;
  private Path log = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void paths() {
    log = dir.resolve("audit.log");
    state = dir.resolve("state/state.json");
  }

  @Test
  void anUnfinishedLineIsWaitedFor() throws IOException, SourceException {
    String b = line("b");
    append(log, "a");
    Logs.appendText(log, b.substring(0, 30));
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      follower.pass(10_000);
      assertThat(follower.take()).isEmpty();
      Logs.appendText(log, b.substring(30));
      assertThat(follower.take()).containsExactly("b");
      assertThat(follower.refused).isZero();
    }
  }

  @Test
  void aWholeLineWithoutItsEndIsTakenAfterAWhile() throws IOException, SourceException {
    Logs.appendText(log, line("a").strip());
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).isEmpty();
      follower.pass(1000);
      assertThat(follower.take()).containsExactly("a");
      Logs.appendText(log, "\n" + line("b"));
      assertThat(follower.take()).containsExactly("b");
    }
  }

  @Test
  void theUnfinishedEndOfARotatedLogIsRefused() throws IOException, SourceException {
    append(log, "a");
    Logs.appendText(log, "{\"kind\":");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a");
      Files.move(log, dir.resolve("audit.log.1"));
      append(log, "b");
      assertThat(follower.take()).containsExactly("b");
      assertThat(follower.refused).isZero();
      follower.pass(5000);
      assertThat(follower.take()).isEmpty();
      assertThat(follower.refused).isEqualTo(1);
    }
  }

  @Test
  void aDamagedLineIsRefusedAlone() throws IOException, SourceException {
    append(log, "a");
    Logs.appendText(log, "rubbish\n\n{\"kind\":\"Pod\"}\n");
    append(log, "b");
    try (Follower follower = Follower.of(state, log)) {
      assertThat(follower.take()).containsExactly("a", "b");
      assertThat(follower.refused).isEqualTo(2);
      assertThat(follower.warnings.get(0)).contains("audit.log: damaged line: expected an audit");
    }
  }

  @Test
  void aLineMayHoldAListOfAnyLength() throws IOException, SourceException {
    List<String> items = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      ids.add("item-" + i);
      items.add(line("item-" + i).strip());
    }
    Logs.appendText(log, "{\"kind\":\"EventList\",\"items\":[" + String.join(",", items) + "]}\n");
    append(log, "z");
    try (Follower follower = Follower.of(state, log)) {
      ids.add("z");
      assertThat(follower.take()).isEqualTo(ids);
    }
  }

  @Test
  void aLineThatIsTooLongIsRefusedOnce() throws IOException, SourceException {
    append(log, "a");
    Logs.appendText(log, "{\"kind\":\"" + "x".repeat(500_000));
    try (Follower follower =
        new Follower(state, 100_000, new FollowOptions.Log(log.toString(), false))) {
      assertThat(follower.take()).containsExactly("a");
      Logs.appendText(log, "x".repeat(500_000) + "\"}\n");
      append(log, "b");
      assertThat(follower.take()).containsExactly("b");
      assertThat(follower.refused).isEqualTo(1);
      assertThat(follower.warnings).singleElement().asString().contains("longer than 100000");
    }
  }

  @Test
  void everyFileOfADirectoryIsFollowed() throws IOException, SourceException {
    append(dir.resolve("one.json"), "a");
    append(dir.resolve("two.json"), "b");
    append(dir.resolve(".hidden"), "x");
    try (Follower follower = Follower.of(state, dir)) {
      assertThat(follower.take()).containsExactlyInAnyOrder("a", "b");
      append(dir.resolve("three.json"), "c");
      append(dir.resolve("one.json"), "d");
      assertThat(follower.take()).containsExactlyInAnyOrder("c", "d");
    }
  }

  @Test
  void aPatternMayStandInAnyPartOfThePath() throws IOException, SourceException {
    Files.createDirectories(dir.resolve("node-1"));
    Files.createDirectories(dir.resolve("node-2"));
    append(dir.resolve("node-1/audit.log"), "a");
    append(dir.resolve("node-2/audit.log"), "b");
    append(dir.resolve("node-2/other.log"), "x");
    try (Follower follower = Follower.of(state, dir.resolve("node-*/audit.l?g"))) {
      assertThat(follower.take()).containsExactlyInAnyOrder("a", "b");
      Files.createDirectories(dir.resolve("node-3"));
      append(dir.resolve("node-3/audit.log"), "c");
      assertThat(follower.take()).containsExactly("c");
    }
  }

  @Test
  void filesOfAPatternThatAreAlikeAreAllRead() throws IOException, SourceException {
    append(dir.resolve("batch-1.json"), "a");
    append(dir.resolve("batch-2.json"), "a");
    try (Follower follower = Follower.of(state, dir.resolve("batch-*.json"))) {
      assertThat(follower.take()).containsExactly("a", "a");
    }
  }

  @Test
  void rotationUnderAPatternJudgesNothingAgain() throws IOException, SourceException {
    append(log, "a", "b");
    try (Follower follower = Follower.of(state, dir.resolve("audit*"))) {
      assertThat(follower.take()).containsExactly("a", "b");
      append(log, "c");
      Files.move(log, dir.resolve("audit-2026-11-28T10-00-00.000.log"));
      append(log, "d");
      assertThat(follower.take()).containsExactlyInAnyOrder("c", "d");
      Logs.compress(dir.resolve("audit-2026-11-28T10-00-00.000.log"));
      assertThat(follower.take()).isEmpty();
    }
  }

  @Test
  void compressedFilesOfAPatternAreReadOnce() throws IOException, SourceException {
    append(log, "a", "b");
    Logs.compress(log);
    try (Follower follower = Follower.of(state, dir.resolve("*.gz"))) {
      assertThat(follower.take()).containsExactly("a", "b");
      assertThat(follower.take()).isEmpty();
    }
  }

  @Test
  void aLogMayBeFollowedFromItsEnd() throws IOException, SourceException {
    append(log, "a");
    Logs.appendText(log, line("b").substring(0, 20));
    FollowOptions.Log fromEnd = new FollowOptions.Log(log.toString(), true);
    try (Follower follower = new Follower(state, 1 << 20, fromEnd)) {
      assertThat(follower.take()).isEmpty();
      Logs.appendText(log, line("b").substring(20));
      append(log, "c");
      assertThat(follower.take()).containsExactly("c");
      assertThat(follower.refused).isZero();
      Files.move(log, dir.resolve("audit.log.1"));
      append(log, "d");
      assertThat(follower.take()).containsExactly("d");
    }
  }
}
