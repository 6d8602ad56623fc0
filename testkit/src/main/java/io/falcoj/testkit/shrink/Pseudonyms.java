package io.falcoj.testkit.shrink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * Made-up words: as long as the real ones, letters for letters and digits for digits. They depend
 * on the whole recording, so that who has not got it cannot try words.
 */
final class Pseudonyms {
  /** One letter has few others; beyond that two words may become the same. */
  private static final int TRIES = 100;

  private final byte[] key;
  private final Set<String> used = new HashSet<>();

  Pseudonyms(byte[] recording) {
    this.key = sha256().digest(recording);
  }

  String of(String word) {
    String made = make(word, 0);
    for (int i = 1; i < TRIES && (made.equals(word) || used.contains(made)); i++) {
      made = make(word, i);
    }
    used.add(made);
    return made;
  }

  private String make(String word, int attempt) {
    StringBuilder made = new StringBuilder();
    byte[] random = new byte[0];
    for (int i = 0; i < word.length(); i++) {
      int at = i % 32;
      if (at == 0) {
        random = random(word, attempt, i);
      }
      made.append(like(word.charAt(i), random[at] & 0xff));
    }
    return made.toString();
  }

  private static char like(char c, int random) {
    if (c >= '0' && c <= '9') {
      return (char) ('0' + random % 10);
    }
    if (c >= 'A' && c <= 'Z') {
      return (char) ('A' + random % 26);
    }
    return c >= 'a' && c <= 'z' || c >= 0x80 ? (char) ('a' + random % 26) : c;
  }

  private byte[] random(String word, int attempt, int block) {
    MessageDigest digest = sha256();
    digest.update(key);
    digest.update((attempt + ":" + block + ":").getBytes(StandardCharsets.ISO_8859_1));
    return digest.digest(word.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
