package io.falcoj.compiler.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file given to the compiler. Two files are equal only when they are the same object. */
public final class SourceFile {
  private static final char REPLACEMENT = '\ufffd';

  private final String name;
  private final String text;
  private final LineMap lines;
  private final int malformedAt;
  private final Charset charset;

  /** Counted when somebody asks in Falco's terms. */
  private @Nullable ByteLines byteLines;

  /**
   * A file whose content is decoded.
   *
   * @param name as shown in diagnostics, usually the path as the user gave it
   * @param text decoded content
   */
  public SourceFile(String name, String text) {
    this(name, text, -1, StandardCharsets.UTF_8);
  }

  private SourceFile(String name, String text, int malformedAt, Charset charset) {
    this.malformedAt = malformedAt;
    this.charset = charset;
    this.name = name;
    this.text = text;
    this.lines = new LineMap(text);
  }

  /**
   * A file as it is on disk: UTF-8, or what a byte order mark says. What cannot be decoded becomes
   * U+FFFD.
   */
  public static SourceFile decode(String name, byte[] bytes) {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    int at = text.indexOf(REPLACEMENT);
    boolean written = Arrays.equals(text.getBytes(charset), bytes);
    return new SourceFile(name, text, written ? -1 : at, charset);
  }

  /** Another text as bytes in the encoding of this file. */
  public byte[] encode(String other) {
    return other.getBytes(charset);
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    if (first == 0xff && second == 0xfe) {
      boolean four = bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0;
      return four ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }
    if (first == 0xfe && second == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  /** Offset of the first character that could not be decoded, or -1. */
  public int malformedAt() {
    return malformedAt;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public LineMap lines() {
    return lines;
  }

  public ByteLines byteLines() {
    ByteLines known = byteLines;
    if (known == null) {
      known = new ByteLines(text);
      byteLines = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
