package io.falcoj.testkit.shrink.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Replaces texts in the values of an audit event; keys, and what makes it an event, stay. */
final class JsonTexts {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Set<String> FORM =
      Set.of("kind", "apiVersion", "level", "stage", "requestReceivedTimestamp", "stageTimestamp");

  private JsonTexts() {}

  static byte[] map(byte[] document, TextMapping texts) {
    try {
      JsonNode event = MAPPER.readTree(document);
      if (event instanceof ObjectNode object) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
          if (!FORM.contains(entry.getKey())) {
            entry.setValue(map(entry.getValue(), texts));
          }
        }
      }
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was judged as an audit event is JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode map(JsonNode node, TextMapping texts) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(map(entry.getValue(), texts)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, map(array.get(i), texts));
      }
    } else if (node.isTextual()) {
      ByteSlice mapped =
          texts.apply(ByteSlice.of(node.textValue().getBytes(StandardCharsets.UTF_8)));
      return TextNode.valueOf(mapped.toString());
    }
    return node;
  }
}
