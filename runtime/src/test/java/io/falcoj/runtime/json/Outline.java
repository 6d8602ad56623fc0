package io.falcoj.runtime.json;

import java.nio.charset.StandardCharsets;

/** All nodes of an index with their keys and texts, a line each. */
final class Outline {
  private final JsonDocument document;
  private final StringBuilder out = new StringBuilder();

  private Outline(JsonDocument document) {
    this.document = document;
  }

  /** Of a whole text, which is JSON. */
  static String of(byte[] text) {
    JsonDocument document = new JsonDocument(20);
    try {
      document.read(text, 0, text.length);
    } catch (JsonException e) {
      throw new IllegalArgumentException(e);
    }
    return of(document);
  }

  /** Empty when nothing was read. */
  static String of(JsonDocument document) {
    Outline outline = new Outline(document);
    if (document.root() != JsonDocument.NONE) {
      outline.node(document.root(), "");
    }
    return outline.out.toString();
  }

  private void node(int node, String key) {
    String text = text(document.start(node), document.end(node));
    out.append(key).append(document.kind(node)).append(' ').append(text).append('\n');
    boolean object = document.is(node, JsonKind.OBJECT);
    for (int at = document.firstChild(node);
        at != JsonDocument.NONE;
        at = document.nextChild(node, at)) {
      node(at, object ? text(document.keyStart(at), document.keyEnd(at)) + ": " : "");
    }
  }

  private String text(int start, int end) {
    return new String(document.bytes(), start, end - start, StandardCharsets.UTF_8);
  }
}
