package io.falcoj.compiler.pushdown;

import static io.falcoj.compiler.pushdown.Outcomes.ABSENT;
import static io.falcoj.compiler.pushdown.Outcomes.NO_ELEMENTS;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor whose making was not told: what fields that look at it can be, both when it is known
 * and when it is not.
 */
enum Descriptor {
  /** An opened file, or nothing. */
  FILE,
  /** A unix socket, of which one may know whether it is connected. */
  UNIX,
  /** A socket for IPv4 or IPv6. */
  INTERNET;

  private static final Set<String> ADDRESSES =
      Set.of(
          "fd.cip",
          "fd.sip",
          "fd.lip",
          "fd.rip",
          "fd.cport",
          "fd.sport",
          "fd.lport",
          "fd.rport",
          "fd.cnet",
          "fd.snet",
          "fd.lnet",
          "fd.rnet");

  private static final Set<String> ENDS = Set.of("fd.ip", "fd.port", "fd.net", "fd.proto");

  private final Map<String, List<Object>> values = new TreeMap<>();

  static {
    FILE.put("fd.type", "file", ABSENT);
    FILE.put("fd.typechar", "f", "o");
    FILE.put("fd.sockfamily", ABSENT);
    FILE.put("fd.l4proto", "<NA>", ABSENT);
    FILE.put("fd.connected", 0L, ABSENT);
    FILE.put("fd.is_server", 0L, ABSENT);
    FILE.put("fd.name_changed", 0L, ABSENT);
    UNIX.put("fd.type", "unix", ABSENT);
    UNIX.put("fd.typechar", "u", "o");
    UNIX.put("fd.sockfamily", "unix", ABSENT);
    UNIX.put("fd.l4proto", "<NA>", ABSENT);
    UNIX.put("fd.filename", ABSENT);
    INTERNET.put("fd.type", "ipv4", "ipv6", ABSENT);
    INTERNET.put("fd.typechar", "4", "6", "o");
    INTERNET.put("fd.sockfamily", "ip", ABSENT);
    INTERNET.put("fd.filename", ABSENT);
    for (Descriptor plain : List.of(FILE, UNIX)) {
      ADDRESSES.forEach(field -> plain.put(field, ABSENT));
      ENDS.forEach(field -> plain.put(field, NO_ELEMENTS, ABSENT));
    }
  }

  private void put(String field, Object... possible) {
    values.put(
        field,
        List.of(possible).stream()
            .map(value -> value instanceof String text ? ByteSlice.of(text) : value)
            .toList());
  }

  /** All values that the field can have; null when they are not known. */
  @Nullable List<Object> values(String field) {
    return values.get(field);
  }
}
