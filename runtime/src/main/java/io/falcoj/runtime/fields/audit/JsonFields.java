package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * {@code json.*} and {@code jevt.*}: any part of an event that is a JSON document. Upstream: {@code
 * plugins/json/pkg/json/json.go} of falcosecurity/plugins.
 */
public final class JsonFields {
  private JsonFields() {}

  /** The value at a JSON pointer (RFC 6901); the slash in front may be missing. */
  public static @Nullable ByteSlice value(MatchContext ctx, ByteSlice pointer) {
    AuditEvent event = ctx.audit();
    if (event == null) {
      return null;
    }
    JsonPointer parsed = JsonPointer.of(pointer);
    JsonDocument doc = parsed.document(event);
    return AuditText.of(ctx, doc, parsed.find(doc));
  }

  /** The whole document over several lines. */
  public static @Nullable ByteSlice obj(MatchContext ctx) {
    AuditEvent event = ctx.audit();
    if (event == null) {
      return null;
    }
    JsonDocument doc = event.document();
    TextBuilder text = ctx.text();
    JsonText.indented(doc.bytes(), doc.start(0), doc.end(0), text);
    return text.finish(ctx.slice());
  }

  /** The event's time as a decimal text. */
  public static @Nullable ByteSlice rawtime(MatchContext ctx) {
    return ctx.audit() == null
        ? null
        : ctx.text().appendUnsigned(ctx.timestamp()).finish(ctx.slice());
  }
}
