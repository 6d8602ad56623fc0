package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.Rfc3339;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPath.Reach;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the outermost keys of an event say about it. */
final class Envelope {
  static final ByteSlice EVENT = ByteSlice.of("Event");
  static final ByteSlice EVENT_LIST = ByteSlice.of("EventList");

  private static final ByteSlice V1 = ByteSlice.of("audit.k8s.io/v1");
  private static final ByteSlice V1_BETA1 = ByteSlice.of("audit.k8s.io/v1beta1");
  private static final JsonPath KIND = path("kind");
  private static final JsonPath API_VERSION = path("apiVersion");
  private static final JsonPath STAGE_TIMESTAMP = path("stageTimestamp");
  private static final JsonPath AUDIT_ID = path("auditID");

  /** Longer texts are not shown. */
  private static final int MAX_SHOWN = 256;

  /** In place of these. */
  static final String TOO_LONG = "(too long)";

  private Envelope() {}

  private static JsonPath path(String key) {
    return JsonPath.of(Reach.VALUE, List.of(key));
  }

  /** Paths, and those that every event is asked for. */
  static JsonPaths with(Collection<JsonPath> paths) {
    List<JsonPath> all = new ArrayList<>(List.of(KIND, API_VERSION, STAGE_TIMESTAMP, AUDIT_ID));
    all.addAll(paths);
    return JsonPaths.of(all);
  }

  static boolean hasKind(JsonDocument document) {
    return document.is(document.find(KIND), JsonKind.STRING);
  }

  static boolean isKind(JsonDocument document, ByteSlice kind) {
    return isText(document, document.find(KIND), kind);
  }

  /** The kind, for people. */
  static String kind(JsonDocument document) {
    return shown(document, document.find(KIND));
  }

  static boolean hasVersion(JsonDocument document) {
    return document.is(document.find(API_VERSION), JsonKind.STRING);
  }

  /** The version when it is none that is known, for people, else null. */
  static @Nullable String strangeVersion(JsonDocument document) {
    int version = document.find(API_VERSION);
    boolean known =
        !document.is(version, JsonKind.STRING)
            || isKnownVersion(
                document.bytes(), document.start(version) + 1, document.end(version) - 1);
    return known ? null : shown(document, version);
  }

  /** Asked of a string as it stands between its quotes. */
  static boolean isKnownVersion(byte[] bytes, int start, int end) {
    return JsonText.equal(bytes, start, end, V1) || JsonText.equal(bytes, start, end, V1_BETA1);
  }

  /** False when there is no time, whatever it looks like. */
  static boolean hasTimestamp(JsonDocument document) {
    return document.find(STAGE_TIMESTAMP) != JsonDocument.NONE;
  }

  /** Nanoseconds since the epoch, or {@link Rfc3339#INVALID}. */
  static long timestamp(JsonDocument document) {
    int node = document.find(STAGE_TIMESTAMP);
    return document.is(node, JsonKind.STRING)
        ? Rfc3339.nanoseconds(document.bytes(), document.start(node) + 1, document.end(node) - 1)
        : Rfc3339.INVALID;
  }

  private static boolean isText(JsonDocument document, int node, ByteSlice text) {
    return document.is(node, JsonKind.STRING)
        && JsonText.equal(document.bytes(), document.start(node) + 1, document.end(node) - 1, text);
  }

  private static String shown(JsonDocument document, int node) {
    return shown(document.bytes(), document.start(node) + 1, document.end(node) - 1);
  }

  /** A string as it stands between its quotes, for people. */
  static String shown(byte[] bytes, int start, int end) {
    return end - start > MAX_SHOWN
        ? TOO_LONG
        : new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
