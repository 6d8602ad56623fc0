package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.value.IpText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** Values as {@code fixtures.yaml} of the corpus writes them, to parameters of an event. */
final class ParamValues {
  private static final Map<String, Long> FLAGS = flags();

  private ParamValues() {}

  private static Map<String, Long> flags() {
    Map<String, Long> flags = new HashMap<>(Map.of("INIT_TID", 1L, "INIT_PID", 1L));
    flags.putAll(Map.of("INIT_PTID", 0L, "PPM_O_NONE", 0L));
    for (EventType type : EventTable.standard().all()) {
      for (ParamDef param : type.params()) {
        FlagTable symbols = param.symbols();
        if (symbols != null) {
          symbols.entries().forEach(e -> flags.putIfAbsent("PPM_" + e.name(), e.value()));
        }
      }
    }
    return flags;
  }

  /** The event type that a constant like {@code PPME_SYSCALL_OPEN_X} names. */
  static EventType type(String constant) {
    return EventTable.standard().byId(constant.substring("PPME_".length()));
  }

  /** A number, or constants joined by bars. */
  static long number(JsonNode value) {
    if (!value.has("const")) {
      return value.asLong();
    }
    long bits = 0;
    for (String name : value.get("const").asText().split("\\|")) {
      bits |= Objects.requireNonNull(FLAGS.get(name), () -> "unknown constant " + name);
    }
    return bits;
  }

  static void add(EventEncoder encoder, JsonNode value) {
    if (value.has("bytes_hex")) {
      encoder.bytes(HexFormat.of().parseHex(value.get("bytes_hex").asText()));
    } else if (value.has("pack_sockaddr")) {
      JsonNode end = value.get("pack_sockaddr").get(0);
      encoder.address(address(end), port(end));
    } else if (value.has("pack_socktuple")) {
      JsonNode from = value.get("pack_socktuple").get(0);
      JsonNode to = value.get("pack_socktuple").get(1);
      encoder.tuple(address(from), port(from), address(to), port(to));
    } else if (value.isTextual()) {
      encoder.text(value.asText().getBytes(StandardCharsets.ISO_8859_1));
    } else if (value.isNull()) {
      encoder.absent();
    } else {
      encoder.number(number(value));
    }
  }

  private static byte[] address(JsonNode end) {
    String ip = end.path("sockaddr").path("ip").asText();
    byte[] bytes = ip.indexOf(':') >= 0 ? IpText.parse6(ip) : IpText.parse4(ip);
    return Objects.requireNonNull(bytes, ip);
  }

  private static int port(JsonNode end) {
    return end.path("sockaddr").path("port").asInt();
  }
}
