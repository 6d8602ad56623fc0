package io.falcoj.compiler.codegen;

import java.nio.charset.StandardCharsets;

/** Rule names as method names: a JVM name may hold anything but {@code . ; [ / < >}. */
final class MethodNames {
  /** A name's bytes must fit a class file constant with room for a suffix. */
  private static final int MAX_CHARACTERS = 200;

  private MethodNames() {}

  static String legal(String name) {
    StringBuilder legal = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), MAX_CHARACTERS); i++) {
      char c = name.charAt(i);
      boolean illegal = ".;[/<>".indexOf(c) >= 0 || c < ' ' || Character.isSurrogate(c);
      legal.append(illegal ? '_' : c);
    }
    return legal.length() == 0 ? "_" : legal.toString();
  }

  /** A file's name as part of a class name: letters, digits and underscores. */
  static String classPart(String fileName) {
    String last = fileName.substring(fileName.lastIndexOf('/') + 1);
    last = last.substring(last.lastIndexOf('\\') + 1);
    StringBuilder legal = new StringBuilder();
    for (byte b : last.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      legal.append(letter ? (char) b : '_');
    }
    return legal.length() == 0 ? "rules" : legal.substring(0, Math.min(60, legal.length()));
  }
}
