package io.falcoj.agent.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.falcoj.runtime.source.audit.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told.
 *
 * @param status of HTTP
 * @param headers further ones
 * @param json body
 */
record Answer(int status, Map<String, String> headers, byte[] json) {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int TIMEOUT = 408;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int TOO_MANY = 429;
  static final int UNAVAILABLE = 503;

  private static final JsonFactory JSON = new JsonFactory();

  /** Nothing of the body was judged. */
  static Answer refused(int status, String reason) {
    return refused(status, reason, Map.of());
  }

  static Answer refused(int status, String reason, Map<String, String> headers) {
    return new Answer(
        status,
        headers,
        json(
            generator -> {
              generator.writeStringField("reason", reason);
              generator.writeNumberField("judged", 0);
            }));
  }

  /** The same, and the connection ends. */
  Answer closing() {
    Map<String, String> more = new TreeMap<>(headers);
    more.put("Connection", "close");
    return new Answer(status, more, json);
  }

  /** There is no room now, and there will be soon. */
  static Answer tryAgain(int status, String reason) {
    return refused(status, reason, Map.of("Retry-After", "1"));
  }

  /**
   * The body was read to its end, or to damage.
   *
   * @param refused items that were not judged
   * @param first why the first of them was not, or null when all were
   * @param status for a body with such items
   */
  static Answer judged(long judged, long refused, @Nullable Refusal first, int status) {
    if (first == null) {
      return new Answer(OK, Map.of(), json(g -> g.writeNumberField("judged", judged)));
    }
    return new Answer(
        status,
        Map.of(),
        json(
            generator -> {
              generator.writeStringField("reason", first.reason());
              generator.writeNumberField("index", first.index());
              generator.writeNumberField("offset", first.offset());
              generator.writeNumberField("judged", judged);
              generator.writeNumberField("refused", refused);
            }));
  }

  /** Texts by name. */
  static Answer of(int status, Map<String, String> texts) {
    return new Answer(
        status,
        Map.of(),
        json(
            generator -> {
              for (Map.Entry<String, String> text : texts.entrySet()) {
                generator.writeStringField(text.getKey(), text.getValue());
              }
            }));
  }

  private interface Fields {
    void write(JsonGenerator generator) throws IOException;
  }

  private static byte[] json(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      fields.write(generator);
      generator.writeEndObject();
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
