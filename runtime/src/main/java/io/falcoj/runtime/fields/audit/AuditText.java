package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Texts of JSON nodes as the k8saudit and json plugins hand them out: a string without its escapes
 * and up to a NUL, since the plugins speak C strings; any other value as JSON without blanks.
 */
public final class AuditText {
  private AuditText() {}

  /** The node's text, or null for {@link JsonDocument#NONE}. */
  public static @Nullable ByteSlice of(MatchContext ctx, JsonDocument doc, int node) {
    if (node == JsonDocument.NONE) {
      return null;
    }
    byte[] bytes = doc.bytes();
    int start = doc.start(node);
    int end = doc.end(node);
    return switch (doc.kind(node)) {
      case STRING -> string(ctx, bytes, start + 1, end - 1);
      case OBJECT, ARRAY -> compact(ctx, bytes, start, end);
      default -> ctx.slice().wrap(bytes, start, end - start);
    };
  }

  /** The text of a key. */
  public static ByteSlice key(MatchContext ctx, JsonDocument doc, int node) {
    return string(ctx, doc.bytes(), doc.keyStart(node), doc.keyEnd(node));
  }

  /** The whole document as JSON without blanks. */
  public static ByteSlice compact(MatchContext ctx, JsonDocument doc) {
    return compact(ctx, doc.bytes(), doc.start(0), doc.end(0));
  }

  /** Appends a string's text; false, and nothing appended, for other kinds. */
  static boolean appendString(JsonDocument doc, int node, TextBuilder target) {
    if (!doc.is(node, JsonKind.STRING)) {
      return false;
    }
    JsonText.unescape(doc.bytes(), doc.start(node) + 1, doc.end(node) - 1, target);
    return true;
  }

  private static ByteSlice compact(MatchContext ctx, byte[] bytes, int start, int end) {
    TextBuilder text = ctx.text();
    JsonText.compact(bytes, start, end, text);
    return text.finish(ctx.slice());
  }

  private static ByteSlice string(MatchContext ctx, byte[] bytes, int start, int end) {
    if (!JsonText.escaped(bytes, start, end)) {
      return ctx.slice().wrap(bytes, start, end - start);
    }
    TextBuilder text = ctx.text();
    JsonText.unescape(bytes, start, end, text);
    return untilNul(text.finish(ctx.slice()));
  }

  static ByteSlice untilNul(ByteSlice slice) {
    int nul = slice.indexOf((byte) 0, 0);
    return nul < 0 ? slice : slice.wrap(slice.array(), slice.offset(), nul);
  }
}
