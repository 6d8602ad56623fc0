package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.scap.ScapSource;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the state at each event of recorded captures with what the real engine printed. */
class StateCorpusTest {
  @TestFactory
  Stream<DynamicTest> stateIsAsRecorded() throws IOException {
    Path folder = Corpus.file("golden-falco/fields");
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(f -> f.toString().endsWith(".jsonl.gz"))
          .map(f -> folder.relativize(f).toString().replace(".jsonl.gz", ""))
          .sorted()
          .forEach(names::add);
    }
    return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  private static void compare(String name) throws IOException, SourceException {
    Comparison comparison =
        new Comparison(Corpus.jsonLines("golden-falco/fields/" + name + ".jsonl.gz"));
    try (EventSource source = ScapSource.open(Corpus.capture(name))) {
      while (source.poll(comparison) != EventSource.END) {}
    }
    assertThat(comparison.differences()).isEmpty();
  }

  /** Runs the state and compares the rows. */
  static final class Comparison implements SourceHandler {
    private final Map<Long, JsonNode> rows = new HashMap<>();
    private final StateTables tables = new StateTables();
    private final EventState state = new EventState();
    private final StateTracker tracker = new StateTracker(tables, state);
    private final StateView view = new StateView(tables);
    private final SyscallDecoder decoder = new SyscallDecoder();
    private final Event event = new Event();
    private final Map<String, List<String>> differing = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private long num;

    Comparison(List<JsonNode> lines) {
      for (JsonNode line : lines.subList(1, lines.size())) {
        rows.put(line.path("evt.num").asLong(), line);
      }
    }

    List<String> differences() {
      List<String> all = new ArrayList<>();
      differing.forEach(
          (field, list) ->
              all.add(field + ": " + counts.get(field) + " of " + rows.size() + ", " + list));
      return all;
    }

    @Override
    public void event(RawEvent raw) {
      if (raw.numbered()) {
        num++;
      }
      if (!decoder.decode(raw, event, num)) {
        note("decoding", "event " + num);
        return;
      }
      tracker.beforeMatch(event);
      if (!raw.stateOnly()) {
        JsonNode row = rows.get(num);
        if (row != null) {
          compare(row);
        }
      }
      tracker.afterMatch(event);
    }

    private void compare(JsonNode row) {
      StateView.Row current = new StateView.Row(event, state);
      view.fields()
          .forEach(
              (field, value) -> {
                Object mine = value.apply(current);
                JsonNode theirs = row.get(field);
                String expected = theirs == null || theirs.isNull() ? "null" : theirs.asText();
                if (!expected.equals(String.valueOf(mine)) && !isOfTheRecorder(field, mine)) {
                  note(
                      field,
                      num + " " + event.type().name() + " <" + mine + "> not <" + expected + ">");
                }
              });
    }

    /**
     * True for what the machine and the order of printing put into the recorded rows: names of
     * users that the capture does not know, and the directory of {@code openat} in place of its
     * descriptor, which printing {@code evt.args} before {@code fd.*} leaves behind.
     */
    private boolean isOfTheRecorder(String field, @Nullable Object mine) {
      if (field.startsWith("user.") || field.startsWith("group.")) {
        return "<NA>".equals(mine);
      }
      return field.startsWith("fd.") && isRelativeOpen();
    }

    private boolean isRelativeOpen() {
      if (!event.type().name().startsWith("openat")) {
        return false;
      }
      ByteSlice name = event.text(2, new ByteSlice());
      return name != null
          && (name.isEmpty() || name.at(0) != '/')
          && Params.number(event, 1) != Paths.AT_FDCWD;
    }

    private void note(String field, String text) {
      List<String> list = differing.computeIfAbsent(field, f -> new ArrayList<>());
      if (list.size() < 3) {
        list.add(text);
      }
      counts.merge(field, 1, Integer::sum);
    }

    @Override
    public void section() {
      tracker.section();
    }

    @Override
    public void machine(MachineEntry machine) {
      tracker.machine(machine);
    }

    @Override
    public void thread(ThreadEntry thread) {
      tracker.thread(thread);
    }

    @Override
    public void descriptor(FdEntry descriptor) {
      tracker.descriptor(descriptor);
    }

    @Override
    public void networkInterface(InterfaceEntry networkInterface) {
      tracker.networkInterface(networkInterface);
    }

    @Override
    public void user(UserEntry user) {
      tracker.user(user);
    }
  }
}
