package io.falcoj.runtime.source.follow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a log begins with, by its hash: tells whether a file is still, or is again, the log that was
 * read. Every audit event has an id and a time near its beginning, so two logs do not begin alike.
 *
 * @param length bytes that the hash is of, at most {@link #MAX}
 * @param hash in hexadecimal digits
 */
record Head(int length, String hash) {
  /** Bytes looked at. */
  static final int MAX = 1024;

  static final Head EMPTY = of(new byte[0], 0);

  /** The head of a log that begins with these bytes. */
  static Head of(byte[] bytes, int available) {
    int length = Math.min(available, MAX);
    return new Head(length, hash(bytes, length));
  }

  /** True when a log that begins with these bytes begins with this head. */
  boolean fits(byte[] bytes, int available) {
    return available >= length && hash(bytes, length).equals(hash);
  }

  private static String hash(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
