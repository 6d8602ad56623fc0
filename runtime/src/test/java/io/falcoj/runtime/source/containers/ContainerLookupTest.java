package io.falcoj.runtime.source.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

/** Questions and answers, with a clock and calls that the test moves on. */
class ContainerLookupTest {
  private static final ByteSlice NONE = ByteSlice.EMPTY;
  private static final LookupOptions OPTIONS =
      new LookupOptions(3, 5, 3, Duration.ofSeconds(1), Duration.ofSeconds(10));

  private final Map<String, String> known = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private long now = 1_000_000_000L;

  private final ContainerLookup lookup = new ContainerLookup(this::describe, OPTIONS, calls::add);

  private String describe(ByteSlice id, ByteSlice cgroups) throws IOException {
    asked.add(id.toString());
    if (id.toString().equals("broken")) {
      throw new IOException("no socket");
    }
    return known.get(id.toString());
  }

  private void request(String id) {
    lookup.request(ByteSlice.of(id), NONE);
  }

  private void run() {
    while (!calls.isEmpty()) {
      calls.remove().run();
    }
  }

  private void pass(long seconds) {
    now += seconds * 1_000_000_000L;
  }

  @Test
  void answersComeWhenTheRuntimeHasThem() {
    known.put("a", "{A}");
    request("a");
    assertThat(lookup.next(now)).as("nobody waits").isNull();
    run();
    assertThat(lookup.next(now)).isEqualTo("{A}");
    assertThat(lookup.next(now)).isNull();
    request("a");
    run();
    assertThat(asked).containsExactly("a");
    assertThat(lookup.counters()).isEqualTo(new LookupCounters(1, 1, 0, 0, 0, 0));
  }

  @Test
  void aContainerIsAskedAboutOnceWhileItWaits() {
    request("a");
    request("a");
    assertThat(calls).hasSize(1);
    assertThat(lookup.counters().waiting()).isEqualTo(1);
  }

  @Test
  void failuresAreRepeatedAfterPausesThatGrow() {
    request("broken");
    run();
    assertThat(lookup.next(now)).isNull();
    request("broken");
    run();
    assertThat(asked).as("known to have failed").hasSize(1);
    pass(1);
    lookup.next(now);
    run();
    assertThat(asked).hasSize(2);
    lookup.next(now);
    pass(1);
    lookup.next(now);
    run();
    assertThat(asked).as("the second pause is longer").hasSize(2);
    pass(1);
    lookup.next(now);
    run();
    lookup.next(now);
    assertThat(asked).hasSize(3);
    pass(9);
    lookup.next(now);
    request("broken");
    run();
    assertThat(asked).as("left alone after three attempts").hasSize(3);
    pass(1);
    lookup.next(now);
    request("broken");
    run();
    assertThat(asked).as("asked about again when it appears").hasSize(4);
    lookup.next(now);
    assertThat(lookup.counters()).isEqualTo(new LookupCounters(4, 0, 4, 0, 0, 0));
  }

  @Test
  void whatIsUnknownFirstIsAnsweredLater() {
    request("a");
    run();
    assertThat(lookup.next(now)).isNull();
    known.put("a", "{A}");
    pass(1);
    assertThat(lookup.next(now)).isNull();
    run();
    assertThat(lookup.next(now)).isEqualTo("{A}");
  }

  @Test
  void tooManyQuestionsAreDroppedAndCounted() {
    for (String id : List.of("a", "b", "c", "d", "e")) {
      request(id);
    }
    assertThat(calls).hasSize(3);
    assertThat(lookup.counters().dropped()).isEqualTo(2);
    run();
    lookup.next(now);
    known.put("d", "{D}");
    request("d");
    run();
    assertThat(lookup.next(now)).as("a dropped question can be put again").isEqualTo("{D}");
  }

  @Test
  void onlySoManyAreRemembered() {
    for (int i = 0; i < 1000; i++) {
      known.put("c" + i, "{}");
      request("c" + i);
      run();
      lookup.next(now);
    }
    request("c999");
    assertThat(calls).isEmpty();
    request("c0");
    assertThat(calls).as("forgotten long ago").hasSize(1);
  }

  @Test
  void aContainerThatIsGoneIsForgotten() {
    known.put("a", "{A}");
    request("a");
    run();
    lookup.next(now);
    lookup.forget(ByteSlice.of("a"));
    request("a");
    assertThat(calls).hasSize(1);
  }

  @Test
  void theAnswerOfAContainerThatIsGoneIsNotHandedOn() {
    known.put("a", "{A}");
    request("a");
    lookup.forget(ByteSlice.of("a"));
    request("a");
    run();
    assertThat(lookup.next(now)).as("of the second of that id").isEqualTo("{A}");
    assertThat(lookup.next(now)).isNull();
    assertThat(lookup.counters()).isEqualTo(new LookupCounters(2, 1, 0, 1, 0, 0));
  }

  @Test
  void whoStillWantsAnAnsweredContainerLaterCouldNotUseTheAnswer() {
    known.put("a", "no description");
    request("a");
    run();
    assertThat(lookup.next(now)).isEqualTo("no description");
    pass(9);
    lookup.next(now);
    request("a");
    assertThat(calls).isEmpty();
    known.put("a", "{A}");
    pass(1);
    lookup.next(now);
    request("a");
    run();
    assertThat(lookup.next(now)).isEqualTo("{A}");
  }

  @Test
  void anErrorOfTheRuntimeLeavesNothingWaiting() {
    ContainerLookup broken =
        new ContainerLookup(
            (id, cgroups) -> {
              throw new NoClassDefFoundError("a client that is not there");
            },
            OPTIONS,
            calls::add);
    broken.request(ByteSlice.of("a"), NONE);
    assertThatThrownBy(this::run).isInstanceOf(NoClassDefFoundError.class);
    assertThat(broken.next(now)).isNull();
    assertThat(broken.counters()).isEqualTo(new LookupCounters(1, 0, 1, 0, 0, 0));
  }

  @Test
  void aRuntimeThatThrowsCountsAsFailed() {
    ContainerLookup careless =
        new ContainerLookup(
            (id, cgroups) -> {
              throw new IllegalStateException("a fault of the client");
            },
            OPTIONS,
            calls::add);
    careless.request(ByteSlice.of("a"), NONE);
    run();
    assertThat(careless.next(now)).isNull();
    assertThat(careless.counters().failed()).isEqualTo(1);
  }

  /** With a real thread, and a runtime that answers when it is let. */
  @Test
  void theThreadOfTheEventsNeverWaits() throws InterruptedException {
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    CountDownLatch delivered = new CountDownLatch(1);
    ContainerRuntime slow =
        (id, cgroups) -> {
          try {
            return answers.take();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
          } finally {
            delivered.countDown();
          }
        };
    try (ContainerLookup started = ContainerLookup.start(slow)) {
      started.request(ByteSlice.of("a"), NONE);
      for (int i = 0; i < 1000; i++) {
        assertThat(started.next(now)).isNull();
      }
      answers.put("{A}");
      delivered.await();
      String json = started.next(now);
      while (json == null) {
        Thread.onSpinWait();
        json = started.next(now);
      }
      assertThat(json).isEqualTo("{A}");
    }
  }
}
