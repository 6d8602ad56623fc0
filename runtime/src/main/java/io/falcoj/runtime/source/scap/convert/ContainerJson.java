package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Composes the document of today's container event from the four parameters of its first form: id,
 * type, name, image.
 */
final class ContainerJson {
  private static final int ID = 0;
  private static final int TYPE = 1;
  private static final int NAME = 2;
  private static final int IMAGE = 3;

  private ContainerJson() {}

  /** The document with its terminating NUL; empty when a parameter is missing. */
  static byte[] compose(byte[] buffer, int[] offsets, int[] lengths) {
    if (lengths[ID] == 0 || lengths[TYPE] != 4 || lengths[NAME] == 0 || lengths[IMAGE] == 0) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    append(out, "{\"id\":\"");
    appendText(out, ByteSlice.of(buffer, offsets[ID], lengths[ID]));
    append(out, "\",\"type\":" + LittleEndian.u32(buffer, offsets[TYPE]) + ",\"name\":\"");
    appendText(out, ByteSlice.of(buffer, offsets[NAME], lengths[NAME]));
    append(out, "\",\"image\":\"");
    appendText(out, ByteSlice.of(buffer, offsets[IMAGE], lengths[IMAGE]));
    append(out, "\"}\0");
    return out.toByteArray();
  }

  private static void append(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends the text up to its NUL, escaped. */
  private static void appendText(ByteArrayOutputStream out, ByteSlice text) {
    for (int i = 0; i < text.length() && text.at(i) != 0; i++) {
      byte c = text.at(i);
      if (c == '"' || c == '\\') {
        out.write('\\');
        out.write(c);
      } else if (c >= 0 && c < ' ') {
        append(out, String.format("\\u%04x", (int) c));
      } else {
        out.write(c);
      }
    }
  }
}
