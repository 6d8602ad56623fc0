package io.falcoj.agent.containers.socket;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Encodes a protobuf message field by field. */
public final class Question {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  public Question text(int field, String value) {
    return write(() -> out.writeString(field, value));
  }

  public Question number(int field, long value) {
    return write(() -> out.writeInt64(field, value));
  }

  public Question message(int field, Question message) {
    return write(() -> out.writeByteArray(field, message.encoded()));
  }

  public byte[] encoded() {
    write(out::flush);
    return bytes.toByteArray();
  }

  private interface Write {
    void run() throws IOException;
  }

  private Question write(Write write) {
    try {
      write.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
