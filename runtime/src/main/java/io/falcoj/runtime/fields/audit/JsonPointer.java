package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** Follows a JSON pointer (RFC 6901) through a document. */
public final class JsonPointer {
  private JsonPointer() {}

  /** The node, or {@link JsonDocument#NONE}; an empty pointer gives the whole document. */
  public static int find(MatchContext ctx, JsonDocument doc, ByteSlice pointer) {
    int node = doc.root();
    if (pointer.isEmpty()) {
      return node;
    }
    int at = pointer.at(0) == '/' ? 1 : 0;
    ByteSlice key = ctx.slice();
    while (at <= pointer.length() && node != JsonDocument.NONE) {
      int slash = pointer.indexOf((byte) '/', at);
      int end = slash < 0 ? pointer.length() : slash;
      node = doc.get(node, part(ctx, pointer, at, end, key));
      at = end + 1;
    }
    return node;
  }

  private static ByteSlice part(
      MatchContext ctx, ByteSlice pointer, int start, int end, ByteSlice key) {
    key.wrap(pointer.array(), pointer.offset() + start, end - start);
    if (key.indexOf((byte) '~', 0) < 0) {
      return key;
    }
    TextBuilder text = ctx.text();
    for (int i = start; i < end; i++) {
      byte b = pointer.at(i);
      byte next = b == '~' && i + 1 < end ? pointer.at(i + 1) : 0;
      if (next == '0' || next == '1') {
        text.append(next == '0' ? '~' : '/');
        i++;
      } else {
        text.append(b);
      }
    }
    return text.finish(key);
  }
}
