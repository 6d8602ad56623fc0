package io.falcoj.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.source.containers.LookupOptions;
import io.falcoj.runtime.source.scap.ScapSource;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A live source tells a container's id, the runtime the rest, between two events. */
class LiveContainersTest {
  private static final String ID = "3ad7b26ded6d" + "0".repeat(52);
  private static final String JSON =
      "{\"container\":{\"id\":\"3ad7b26ded6d\",\"type\":0,\"name\":\"web\"}}";

  private final EventEncoder encoder = new EventEncoder();
  private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
  private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
  private final List<String> requests = new ArrayList<>();

  private final ContainerLookup lookup =
      new ContainerLookup(
          (id, cgroups) -> {
            requests.add(id + " " + cgroups);
            return JSON;
          },
          LookupOptions.STANDARD,
          calls::add);

  private Engine run(boolean live) throws Exception {
    Engine engine;
    try (ScapWriter writer = ScapWriter.plain(recorded)) {
      engine = Engine.builder().containers(lookup).record(writer, null).build();
      engine.run(new Machine(live));
    }
    return engine;
  }

  @Test
  void theAnswerIsAnEventBetweenTwoOthers() throws Exception {
    Engine engine = run(true);
    assertThat(requests).containsExactly("3ad7b26ded6d cpu=/docker/" + ID);
    assertThat(types()).containsExactly("execve", "close", "asyncevent 5", "close");
    assertThat(engine.state().containers()).isEqualTo(1);
    assertThat(engine.counters().events()).isEqualTo(4);
    assertThat(lookup.counters().answered()).isEqualTo(1);
  }

  @Test
  void aRecordingIsReplayedAsItIs() throws Exception {
    run(false);
    assertThat(requests).isEmpty();
    assertThat(types()).containsExactly("execve", "close", "close");
  }

  @Test
  void aContainerEndsWithItsFirstProcess() throws Exception {
    Machine machine = new Machine(true);
    machine.ends = true;
    Engine engine = Engine.builder().containers(lookup).build();
    engine.run(machine);
    assertThat(engine.state().containers()).isZero();
    lookup.request(ByteSlice.of("3ad7b26ded6d"), ByteSlice.EMPTY);
    assertThat(calls).as("asked about anew").hasSize(1);
  }

  private List<String> types() throws Exception {
    List<String> types = new ArrayList<>();
    SourceHandler noted =
        raw -> {
          int code = EventHeader.type(raw.buffer(), raw.offset());
          String name = Objects.requireNonNull(EventTable.standard().byCode(code)).name();
          long time = EventHeader.timestamp(raw.buffer(), raw.offset());
          types.add(
              code == EventTable.standard().byId("ASYNCEVENT_E").code()
                  ? "asyncevent " + time
                  : name);
        };
    try (ScapSource source =
        ScapSource.of("recorded", new ByteArrayInputStream(recorded.toByteArray()))) {
      while (source.poll(noted) >= 0) {
        // the handler notes what comes
      }
    }
    return types;
  }

  /** A program starts in a container; the runtime answers after the next event. */
  private final class Machine implements EventSource {
    private final boolean live;
    private boolean ended;
    private boolean ends;

    Machine(boolean live) {
      this.live = live;
    }

    @Override
    public SourceInfo info() {
      return new SourceInfo(EventSources.SYSCALL, "machine", live);
    }

    @Override
    public int poll(SourceHandler handler) {
      if (ended) {
        return END;
      }
      ended = true;
      RawEvent raw = new RawEvent();
      ThreadEntry first = new ThreadEntry();
      first.tid = first.pid = 7;
      first.vtid = first.vpid = 1;
      handler.thread(first);
      encoder.begin(EventTable.standard().byId("SYSCALL_EXECVE_19_X"), 3, 7).number(0).text("/sh");
      encoder.absent().number(7).number(7).number(1).text("/").number(9).number(0).number(0);
      encoder.number(0).number(0).number(0).text("sh").texts(List.of("cpu=/docker/" + ID));
      encoder.absent().number(0).number(1).number(0).number(0).number(0).number(0).number(0);
      encoder.number(7).number(0).number(0).number(0).text("/sh").number(7).number(0).text("/sh");
      handler.event(encoder.toRaw(raw));
      close(handler, 4);
      while (!calls.isEmpty()) {
        calls.remove().run();
      }
      close(handler, 5);
      if (ends) {
        encoder.begin(EventTable.standard().byId("PROCEXIT_1_E"), 6, 7).number(0).number(0);
        handler.event(encoder.number(0).number(0).number(0).toRaw(raw));
      }
      return 3;
    }

    private void close(SourceHandler handler, long time) {
      encoder.begin(EventTable.standard().byId("SYSCALL_CLOSE_X"), time, 7).number(0).number(3);
      handler.event(encoder.toRaw(new RawEvent()));
    }

    @Override
    public void close() {
      ended = true;
    }
  }
}
