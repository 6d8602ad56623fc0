package io.falcoj.compiler.language;

import static io.falcoj.compiler.language.CaseFiles.list;
import static io.falcoj.compiler.language.CaseFiles.map;
import static io.falcoj.compiler.language.CaseFiles.texts;

import io.falcoj.compiler.conformance.World;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as a case writes it, made of real bytes.
 *
 * <ul>
 *   <li>{@code type}: name of a system call, whose exit it is
 *   <li>{@code params}: parameters by name; {@code hex:} begins bytes, addresses and ports are
 *       written as for descriptors; those not named are 0 or empty; {@code absent}: names of those
 *       without a value
 *   <li>{@code process}: {@code name exe exepath args cwd env uid tty cgroups}, and {@code parents}
 *       from the nearest up; {@code none} for a thread that nobody knows
 *   <li>{@code descriptors}: by number, {@code file PATH}, {@code tcp FROM TO} or {@code udp FROM
 *       TO} with ends like {@code 10.0.0.1:80} or {@code [::1]:80}
 *   <li>{@code users}: names by id
 * </ul>
 */
final class CaseEvents {
  private static final long PID = 100;
  private static final int FILE = 16;
  private static final int IPV4 = 3;
  private static final int IPV6 = 4;
  private static final int TCP = 1;
  private static final int UDP = 2;

  private final World world = new World();

  private CaseEvents() {}

  /** A machine on which the event has just happened. */
  static World play(Map<String, Object> event) {
    CaseEvents events = new CaseEvents();
    Object process = event.get("process");
    if (!"none".equals(process)) {
      events.processes(map(process));
      map(event.get("descriptors")).forEach((fd, text) -> events.descriptor(fd, text.toString()));
    }
    map(event.get("users")).forEach((id, name) -> events.user(id, name.toString()));
    events.happens(event);
    return events.world;
  }

  private void processes(Map<String, Object> process) {
    List<Object> parents = list(process.get("parents"));
    for (int i = parents.size() - 1; i >= 0; i--) {
      boolean last = i == parents.size() - 1;
      thread(PID - 1 - i, last ? 0 : PID - 2 - i, map(parents.get(i)));
    }
    thread(PID, parents.isEmpty() ? 0 : PID - 1, process);
  }

  private void thread(long pid, long parent, Map<String, Object> process) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = pid;
    entry.pid = pid;
    entry.ptid = parent;
    entry.vtid = pid;
    entry.vpid = pid;
    entry.vpgid = pid;
    entry.comm = text(process, "name");
    entry.exe = text(process, "exe");
    entry.exepath = text(process, "exepath");
    entry.args = items(process, "args");
    entry.env = items(process, "env");
    entry.cgroups = items(process, "cgroups");
    entry.cwd = text(process, "cwd");
    entry.uid = number(process.get("uid"));
    entry.tty = number(process.get("tty"));
    world.thread(entry);
  }

  private static ByteSlice text(Map<String, Object> process, String key) {
    return ByteSlice.of(String.valueOf(process.getOrDefault(key, "")));
  }

  private static ByteSlice items(Map<String, Object> process, String key) {
    StringBuilder text = new StringBuilder();
    texts(process.get(key)).forEach(item -> text.append(item).append('\0'));
    return ByteSlice.of(text.toString());
  }

  private void user(String id, String name) {
    long number = Long.parseLong(id);
    world.user(
        new UserEntry(
            false,
            number,
            number,
            ByteSlice.of(name),
            ByteSlice.of("/home/" + name),
            ByteSlice.EMPTY));
  }

  private void descriptor(String number, String text) {
    long fd = Long.parseLong(number);
    String[] words = text.split(" ");
    ByteSlice none = ByteSlice.EMPTY;
    if (words[0].equals("file")) {
      ByteSlice name = ByteSlice.of(words[1]);
      world.descriptor(new FdEntry(PID, fd, 7, FILE, 1, 0, none, 0, none, 0, 0, 0, 0, name));
      return;
    }
    ByteSlice from = ByteSlice.of(address(words[1]));
    ByteSlice to = ByteSlice.of(address(words[2]));
    int kind = from.length() == 4 ? IPV4 : IPV6;
    int protocol = words[0].equals("tcp") ? TCP : UDP;
    world.descriptor(
        new FdEntry(
            PID,
            fd,
            7,
            kind,
            0,
            0,
            from,
            port(words[1]),
            to,
            port(words[2]),
            0,
            0,
            protocol,
            none));
  }

  private static byte[] address(String end) {
    String text = end.substring(0, end.lastIndexOf(':')).replace("[", "").replace("]", "");
    byte[] bytes = text.indexOf(':') >= 0 ? IpText.parse6(text) : IpText.parse4(text);
    return Objects.requireNonNull(bytes, end);
  }

  private static int port(String end) {
    return Integer.parseInt(end.substring(end.lastIndexOf(':') + 1));
  }

  private void happens(Map<String, Object> event) {
    EventType type = type(String.valueOf(event.get("type")));
    Map<String, Object> values = map(event.get("params"));
    List<String> absent = texts(event.get("absent"));
    for (String name : values.keySet()) {
      if (type.params().stream().noneMatch(param -> param.name().equals(name))) {
        throw new IllegalArgumentException(type.name() + " has no parameter " + name);
      }
    }
    EventEncoder encoder = world.encoder().begin(type, world.tick(), PID);
    for (ParamDef param : type.params()) {
      if (absent.contains(param.name())) {
        encoder.absent();
      } else {
        add(encoder, param, values.get(param.name()));
      }
    }
    world.happens();
  }

  /** The newest exit, or what has no exit. */
  private static EventType type(String name) {
    List<EventType> named = EventTable.standard().named(name);
    return named.stream()
        .filter(type -> !type.has(EventType.Flag.OLD_VERSION))
        .reduce((first, second) -> second.enter() && !first.enter() ? first : second)
        .orElseThrow(() -> new IllegalArgumentException("no event type " + name));
  }

  private static void add(EventEncoder encoder, ParamDef param, @Nullable Object value) {
    boolean text = param.type().family() == FieldType.Family.TEXT;
    if (value != null && param.type() == FieldType.SOCKTUPLE) {
      String[] ends = value.toString().split(" ");
      encoder.tuple(address(ends[0]), port(ends[0]), address(ends[1]), port(ends[1]));
    } else if (value != null && param.type() == FieldType.SOCKADDR) {
      encoder.address(address(value.toString()), port(value.toString()));
    } else if (value == null && param.type().size() > 0) {
      encoder.number(0);
    } else if (value == null && text) {
      encoder.text("");
    } else if (value == null) {
      encoder.absent();
    } else if (param.type().size() > 0) {
      encoder.number(number(value));
    } else if (value instanceof List<?>) {
      encoder.texts(texts(value));
    } else if (text) {
      encoder.text(bytes(value.toString()));
    } else {
      encoder.bytes(bytes(value.toString()));
    }
  }

  private static byte[] bytes(String value) {
    return value.startsWith("hex:")
        ? HexFormat.of().parseHex(value.substring("hex:".length()))
        : value.getBytes(StandardCharsets.UTF_8);
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : Long.decode(value.toString());
  }
}
