package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.source.containers.LookupOptions;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.ContainerJson;
import io.falcoj.runtime.state.live.LiveMachine;
import io.falcoj.runtime.state.live.StaleThreads;
import io.falcoj.runtime.state.live.ThreadPurge;
import io.falcoj.runtime.value.ByteSlice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads of a live machine whose end was missed. */
class ThreadPurgeTest extends TrackedTree {
  private static final long SECOND = 1_000_000_000L;

  private final List<Long> gone = new ArrayList<>();
  private final List<Long> asked = new ArrayList<>();
  private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private final ContainerLookup lookup =
      new ContainerLookup((id, cgroups) -> null, LookupOptions.STANDARD, calls::add);
  private final ThreadPurge purge =
      new ThreadPurge(
          tables,
          new LiveMachine(
              lookup,
              (pid, tid, comm) -> {
                asked.add(tid);
                return !gone.contains(tid);
              },
              new StaleThreads(Duration.ofSeconds(100), Duration.ofSeconds(50))));

  private void calls(long tid, long secondsLater) {
    clock += secondsLater * SECOND;
    numbers("SYSCALL_DUP_1_X", tid, -9, 1);
    purge.after(clock);
  }

  @Test
  void silentThreadsThatAreGoneAreForgotten() {
    gone.add(200L);
    calls(1, 0);
    calls(100, 29);
    assertThat(asked).as("the first search comes after 30 seconds").isEmpty();
    calls(100, 2);
    assertThat(asked).containsExactly(200L);
    assertThat(tables.thread(200)).isNull();
    assertThat(tables.threads().size()).isEqualTo(2);
    assertThat(tables.figures().threadsPurged()).isEqualTo(1);

    asked.clear();
    gone.addAll(List.of(1L, 100L));
    calls(100, 99);
    assertThat(asked).as("not yet the next").isEmpty();
    calls(100, 2);
    assertThat(asked).as("silent for fifty seconds, and gone").containsExactly(1L);
    assertThat(tables.thread(1)).isNull();
    assertThat(thread(100).ptid).isZero();
  }

  @Test
  void threadsOfWhichOnlyTheNumberIsKnownAreForgotten() {
    calls(1, 0);
    calls(777, 1);
    assertThat(thread(777).isInvalid()).isTrue();
    calls(777, 30);
    assertThat(tables.thread(777)).isNull();
    assertThat(tables.thread(200)).as("silent, and there").isNotNull();
  }

  @Test
  void aMainThreadStaysForItsThreads() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    gone.addAll(List.of(200L));
    calls(201, 0);
    calls(201, 31);
    assertThat(thread(200).isDead()).isTrue();
    ThreadInfo left = thread(201);
    assertThat(left.main()).isSameAs(thread(200));
  }

  @Test
  void aContainerGoesWithItsFirstProcessWhoseEndWasMissed() {
    ByteSlice id = ByteSlice.of("3ad7b26ded6d");
    tables.containers().put(ContainerJson.read(id, 0, ByteSlice.of("web"), ByteSlice.EMPTY));
    lookup.request(id, ByteSlice.EMPTY);
    assertThat(calls).hasSize(1);
    execve(200, "sh", "cpu=/docker/" + id + "0".repeat(52));
    thread(200).vtid = 1;
    thread(200).vpid = 1;
    gone.add(200L);
    calls(1, 0);
    calls(1, 51);
    assertThat(tables.thread(200)).isNull();
    assertThat(tables.containers().find(id)).isNull();
    lookup.request(id, ByteSlice.EMPTY);
    assertThat(calls).as("asked about anew").hasSize(2);
  }
}
