package io.falcoj.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The conformance corpus: recorded captures and what the real engine printed for them. */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** A file of the corpus; the calling test is skipped when the corpus is absent. */
  public static Path file(String path) {
    Path root = Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));
    assumeTrue(Files.isDirectory(root), () -> "no conformance corpus at " + root);
    return root.resolve(path);
  }

  /**
   * A capture.
   *
   * @param name below the folder of captures, without its ending
   */
  public static Path capture(String name) {
    Path plain = file("captures/" + name + ".scap");
    return Files.exists(plain) ? plain : file("captures/" + name + ".scap.gz");
  }

  /** The documents of a file with one JSON document a line, gzip or not. */
  public static List<JsonNode> jsonLines(String path) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file(path));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    path.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }
}
