package io.falcoj.runtime.source.follow;

import static io.falcoj.runtime.source.follow.Logs.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged again, and what is not lost, when a process ends and another one begins. */
class FollowRestartTest {
  @TempDir private Path dir;
  private Path log = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void paths() {
    log = dir.resolve("audit.log");
    state = dir.resolve("state/state.json");
  }

  /** Judges what is there, in a process that ends when it is asked to. */
  private List<String> run() throws SourceException {
    Follower follower = Follower.of(state, log);
    List<String> ids = follower.take();
    follower.stop();
    return ids;
  }

  @Test
  void goesOnWhereTheLastRunEnded() throws IOException, SourceException {
    append(log, "a", "b");
    assertThat(run()).containsExactly("a", "b");
    assertThat(run()).isEmpty();
    append(log, "c");
    assertThat(run()).containsExactly("c");
  }

  @Test
  void readsWhatWasRotatedInBetween() throws IOException, SourceException {
    append(log, "a");
    assertThat(run()).containsExactly("a");
    append(log, "b");
    Files.move(log, dir.resolve("audit-2026-11-28T10-00-00.000.log"));
    append(log, "c");
    Files.move(log, dir.resolve("audit-2026-11-28T11-00-00.000.log"));
    append(log, "d");
    assertThat(run()).containsExactlyInAnyOrder("b", "c", "d").endsWith("d");
    assertThat(run()).isEmpty();
  }

  @Test
  void readsWhatWasRotatedAndCompressedInBetween() throws IOException, SourceException {
    append(log, "a");
    assertThat(run()).containsExactly("a");
    append(log, "b");
    Logs.compress(Files.move(log, dir.resolve("audit-2026-11-28T10-00-00.000.log")));
    append(log, "c");
    Logs.compress(Files.move(log, dir.resolve("audit-2026-11-28T11-00-00.000.log")));
    append(log, "d");
    assertThat(run()).containsExactlyInAnyOrder("b", "c", "d").endsWith("d");
    assertThat(run()).isEmpty();
  }

  @Test
  void readsWhatWasCopiedAndCutInBetween() throws IOException, SourceException {
    append(log, "a");
    assertThat(run()).containsExactly("a");
    append(log, "b");
    Files.copy(log, dir.resolve("audit.log.1"));
    Logs.truncate(log);
    append(log, "c", "d", "e");
    assertThat(run()).containsExactly("b", "c", "d", "e");
  }

  @Test
  void aKilledProcessLosesNothingAndRepeatsLessThanAThousandLines()
      throws IOException, SourceException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5500; i++) {
      all.add("line-" + i);
    }
    append(log, all.toArray(new String[0]));
    for (int polls : new int[] {1, 3, 4, 5, 17, 24}) {
      Files.deleteIfExists(state);
      List<String> judged = new ArrayList<>();
      try (Follower killed = Follower.of(state, log)) {
        killed.poll();
        for (int i = 0; i < polls; i++) {
          killed.poll();
          killed.settled();
        }
        judged.addAll(killed.ids);
        Path left = dir.resolve("left.json");
        Files.deleteIfExists(left);
        if (Files.exists(state)) {
          Files.copy(state, left);
        }
      }
      try (Follower next = Follower.of(dir.resolve("left.json"), log)) {
        List<String> again = next.take();
        int repeated = judged.size() + again.size() - all.size();
        assertThat(repeated).as("after %d polls", polls).isBetween(0, 1000);
        assertThat(again).isEqualTo(all.subList(judged.size() - repeated, all.size()));
      }
    }
  }

  @Test
  void theStateIsWrittenEverySecond() throws IOException, SourceException {
    append(log, "a");
    try (Follower killed = Follower.of(state, log)) {
      assertThat(killed.take()).containsExactly("a");
      killed.pass(1000);
      killed.poll();
      Files.copy(state, dir.resolve("left.json"));
      append(log, "b");
    }
    try (Follower next = Follower.of(dir.resolve("left.json"), log)) {
      assertThat(next.take()).containsExactly("b");
    }
  }

  @Test
  void whatWasDeliveredButNotJudgedIsDeliveredAgain() throws IOException, SourceException {
    append(log, "a");
    try (Follower killed = Follower.of(state, log)) {
      killed.poll();
      killed.poll();
      assertThat(killed.ids).containsExactly("a");
    }
    assertThat(run()).containsExactly("a");
  }

  @Test
  void aSecondProcessIsKeptOut() throws IOException, SourceException {
    append(log, "a");
    try (Follower first = Follower.of(state, log)) {
      assertThatThrownBy(() -> Follower.of(state, log))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("another process uses it");
      assertThat(first.take()).containsExactly("a");
    }
  }

  @Test
  void aDamagedStateWarnsAndTheLogsAreReadFromTheirBeginning() throws IOException, SourceException {
    append(log, "a");
    run();
    for (String damaged : new String[] {"", "{", "{\"version\":7}", "[]"}) {
      Files.writeString(state, damaged);
      Follower follower = Follower.of(state, log);
      assertThat(follower.take()).containsExactly("a");
      assertThat(follower.warnings).singleElement().asString().contains("state cannot be read");
      follower.stop();
    }
  }

  @Test
  void anotherLogAtThePlaceOfTheOldOneIsReadWhole() throws IOException, SourceException {
    append(log, "a");
    run();
    Files.delete(log);
    append(log, "b", "c");
    assertThat(run()).containsExactly("b", "c");
  }
}
