package io.falcoj.agent.containers.socket;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A protobuf message by the numbers of its fields. What is absent is empty or 0, as the language
 * has it; of a field that is there twice the last one counts.
 */
public final class Message {
  private static final Message EMPTY = new Message();

  private final Map<Integer, List<byte[]>> bytes = new HashMap<>();
  private final Map<Integer, Long> numbers = new HashMap<>();

  private Message() {}

  /**
   * Decodes a message; null is the empty one.
   *
   * @throws IOException when the bytes are none
   */
  public static Message read(@Nullable ByteBuffer encoded) throws IOException {
    return encoded == null ? EMPTY : read(CodedInputStream.newInstance(encoded));
  }

  private static Message read(CodedInputStream in) throws IOException {
    Message message = new Message();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      switch (WireFormat.getTagWireType(tag)) {
        case WireFormat.WIRETYPE_VARINT -> message.numbers.put(field, in.readInt64());
        case WireFormat.WIRETYPE_LENGTH_DELIMITED ->
            message.bytes.computeIfAbsent(field, f -> new ArrayList<>()).add(in.readByteArray());
        default -> in.skipField(tag);
      }
    }
    return message;
  }

  public String text(int field) {
    List<byte[]> values = bytes.getOrDefault(field, List.of());
    return values.isEmpty()
        ? ""
        : new String(values.get(values.size() - 1), StandardCharsets.UTF_8);
  }

  public long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  public boolean has(int field) {
    return bytes.containsKey(field);
  }

  /** The message in a field; an empty one when there is none. */
  public Message message(int field) throws IOException {
    List<Message> all = messages(field);
    return all.isEmpty() ? EMPTY : all.get(all.size() - 1);
  }

  public List<Message> messages(int field) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (byte[] encoded : bytes.getOrDefault(field, List.of())) {
      messages.add(read(CodedInputStream.newInstance(encoded)));
    }
    return messages;
  }

  /** A map of texts: on the wire, messages of a key and a value. */
  public Map<String, String> texts(int field) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Message entry : messages(field)) {
      texts.put(entry.text(1), entry.text(2));
    }
    return texts;
  }
}
