package io.falcoj.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processes and one event of one of them, for asking accessors. */
final class Scene {
  static final long NOW = 1_700_000_000_000_000_000L;

  final StateTables tables = new StateTables();
  final EventState state = new EventState();
  private final Event event = new Event();
  final MatchContext ctx = new MatchContext(event, state, tables);

  /** Adds a process; its parent is there already, or unknown. */
  ThreadInfo process(long pid, long parent, String name) {
    ThreadInfo thread = new ThreadInfo();
    thread.tid = pid;
    thread.pid = pid;
    thread.vtid = pid;
    thread.vpid = pid;
    thread.ptid = parent;
    thread.comm = text(name);
    thread.exe = text(name);
    thread.exepath = text("/bin/" + name);
    tables.threads().add(thread, true);
    thread.ptid = parent;
    return thread;
  }

  /** The thread makes a call that says nothing but that it returned 0. */
  Scene actor(ThreadInfo thread) {
    EventEncoder encoder = new EventEncoder();
    encoder.begin(EventTable.standard().byId("SYSCALL_GETCWD_X"), NOW, thread.tid).number(0);
    happens(encoder);
    state.thread = thread;
    return this;
  }

  /** An event without a known thread. */
  Scene happens(EventEncoder encoder) {
    int length = encoder.finish();
    RawEvent raw = new RawEvent().wrap(encoder.buffer(), 0, length, 0, 0);
    assertThat(new SyscallDecoder().decode(raw, event, 1)).isTrue();
    state.reset();
    ctx.begin();
    ctx.clearAbsent();
    return this;
  }

  static ByteSlice text(String text) {
    return ByteSlice.of(text);
  }

  static @Nullable String string(@Nullable ByteSlice value) {
    return value == null ? null : value.toString();
  }

  static List<String> strings(@Nullable ValueList values) {
    List<String> strings = new ArrayList<>();
    if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        strings.add(values.slice(i).toString());
      }
    }
    return strings;
  }
}
