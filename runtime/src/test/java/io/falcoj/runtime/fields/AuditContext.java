package io.falcoj.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Match contexts over small audit events, through the real decoder. */
final class AuditContext {
  private AuditContext() {}

  /** An event with an id and a time, and further members in single quotes. */
  static MatchContext of(String members) {
    return raw(
        "{'auditID':'a','stageTimestamp':'2026-01-02T03:04:05.000000006Z',"
            + members.strip()
            + "}");
  }

  /** An event that asks for a pod with that specification. */
  static MatchContext pod(String spec) {
    return of("'requestObject':{'spec':{" + spec + "}}");
  }

  /** A document in single quotes. */
  static MatchContext raw(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    AuditEvent event = new AuditEvent();
    AuditDecoder decoder = new AuditDecoder();
    boolean good = decoder.decode(new RawEvent().wrap(bytes, 0, bytes.length, 0, 0), event, 1);
    assertThat(good).as(decoder.problem()).isTrue();
    MatchContext context = new MatchContext(event);
    context.begin();
    return context;
  }

  static ByteSlice key(String text) {
    return ByteSlice.of(text);
  }

  static @Nullable String text(@Nullable ByteSlice slice) {
    return slice == null ? null : slice.toString();
  }

  static @Nullable List<String> texts(@Nullable ValueList list) {
    if (list == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      texts.add(list.slice(i).toString());
    }
    return texts;
  }
}
