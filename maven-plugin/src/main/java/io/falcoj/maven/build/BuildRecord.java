package io.falcoj.maven.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle was made of, kept beside it.
 *
 * @param inputs digest of everything that the bundle depends on
 * @param bundle digest of the bundle itself
 * @param rules how many rules it has
 * @param warnings what the compiler found, to be said again as long as it holds
 */
record BuildRecord(String inputs, String bundle, int rules, List<String> warnings) {
  private static final ObjectMapper JSON = new ObjectMapper();

  BuildRecord {
    warnings = List.copyOf(warnings);
  }

  /** What is kept in the file; null when there is none, or none that this version understands. */
  static @Nullable BuildRecord read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), BuildRecord.class);
    } catch (IOException e) {
      return null;
    }
  }

  byte[] toBytes() throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }
}
