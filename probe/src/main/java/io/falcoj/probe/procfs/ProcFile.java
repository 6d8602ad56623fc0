package io.falcoj.probe.procfs;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of {@code /proc}: what is gone or may not be seen reads as empty. */
final class ProcFile {
  /** As the probe keeps of texts. */
  private static final int LIMIT = 4096;

  private ProcFile() {}

  static List<String> lines(Path file) {
    try {
      return List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"));
    } catch (IOException e) {
      return List.of();
    }
  }

  static String line(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "" : lines.get(0);
  }

  /** The bytes of a file, so many at most. */
  static byte[] bytes(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(LIMIT);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Where a link points; empty when that cannot be told. */
  static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException | SecurityException e) {
      return "";
    }
  }

  static ByteSlice slice(String text) {
    return ByteSlice.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
