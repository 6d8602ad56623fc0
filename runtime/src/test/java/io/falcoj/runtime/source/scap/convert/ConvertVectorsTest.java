package io.falcoj.runtime.source.scap.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.fidelity.FidelityReport;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.scap.convert.EventConverter.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the rows that describe the conversion of single events. */
class ConvertVectorsTest {
  /** Constants that rows name; any value serves, since they are only carried. */
  private static final Map<String, Long> CONSTANTS =
      Map.of(
          "AF_INET", 2L,
          "SOCK_STREAM", 1L,
          "IPPROTO_TCP", 6L,
          "CLONE_NEWNET", 0x40000000L,
          "PPM_PTRACE_PEEKSIGINFO", 0x4209L);

  private static int judged;
  private static int agreed;

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    return Corpus.jsonLines("vectors/convert.jsonl").stream()
        .filter(row -> !row.path("input").has("capture"))
        .map(row -> DynamicTest.dynamicTest(row.get("id").asText(), () -> run(row)));
  }

  @AfterAll
  static void report() {
    if (judged > 0) {
      FidelityReport.put("vectors/convert", FidelityReport.suite(judged, agreed));
    }
  }

  private static void run(JsonNode row) throws Exception {
    judged++;
    judge(row);
    agreed++;
  }

  private static void judge(JsonNode row) throws Exception {
    EventConverter converter = new EventConverter();
    for (JsonNode earlier : row.path("input").path("earlier")) {
      RawEvent raw = encode(earlier);
      converter.convert(raw);
    }
    RawEvent raw = encode(row.path("input").path("event"));
    JsonNode expect = row.get("expect");
    String result = expect.get("result").asText();
    switch (result) {
      case "COMPLETED" -> assertThat(converter.convert(raw)).isTrue();
      case "DROP" -> assertThat(converter.convert(raw)).isFalse();
      default -> assertThat(oneStep(converter, raw)).isEqualTo(Outcome.valueOf(result));
    }
    if (expect.has("event")) {
      assertThat(HexFormat.of().formatHex(bytes(raw)))
          .isEqualTo(HexFormat.of().formatHex(bytes(encode(expect.get("event")))));
    }
  }

  /** An event that is current needs no step. */
  private static Outcome oneStep(EventConverter converter, RawEvent raw) throws Exception {
    EventType type = type(raw);
    int passing = ConversionTable.standard().passing(type.code());
    boolean current =
        passing == ConversionTable.ALWAYS
            || passing == type.params().size() && count(raw) == passing;
    return current ? Outcome.PASS : converter.step(raw);
  }

  private static EventType type(RawEvent raw) {
    return EventTable.standard()
        .all()
        .get(io.falcoj.runtime.event.EventHeader.type(raw.buffer(), raw.offset()));
  }

  private static int count(RawEvent raw) {
    return io.falcoj.runtime.event.EventHeader.paramCount(raw.buffer(), raw.offset());
  }

  private static byte[] bytes(RawEvent raw) {
    return Arrays.copyOfRange(raw.buffer(), raw.offset(), raw.offset() + raw.length());
  }

  private static RawEvent encode(JsonNode event) throws SourceException {
    EventType type =
        EventTable.standard().byId(event.get("type").asText().substring("PPME_".length()));
    EventEncoder encoder = new EventEncoder();
    encoder.begin(type, event.get("ts").asLong(), event.get("tid").asLong());
    for (JsonNode param : event.get("params")) {
      // some rows list more parameters than the type has; the recorder ignored them
      if (encoder.paramCount() < type.params().size()) {
        add(encoder, param);
      }
    }
    return encoder.toRaw(new RawEvent());
  }

  private static void add(EventEncoder encoder, JsonNode param) {
    FieldType type = encoder.next().type();
    if (param.isIntegralNumber()) {
      if (type.size() < 0) {
        encoder.bytes(new byte[0]);
      } else {
        encoder.number(param.asLong());
      }
    } else if (param.isTextual()) {
      encoder.text(param.asText());
    } else if (param.has("const")) {
      encoder.number(CONSTANTS.get(param.get("const").asText()));
    } else if (param.has("bytes_hex")) {
      encoder.bytes(HexFormat.of().parseHex(param.get("bytes_hex").asText()));
    } else if (param.has("expr")) {
      encoder.number(6);
    } else {
      encoder.absent();
    }
  }
}
