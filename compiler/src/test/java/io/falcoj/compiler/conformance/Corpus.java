package io.falcoj.compiler.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The folder of recorded facts that {@code falcoj.corpus} names; absent is a reason to skip. */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** The folder, or a skipped test that says why. */
  public static Path root() {
    String folder = System.getProperty("falcoj.corpus", "../../shared/corpus");
    Path root = Path.of(folder).toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      System.out.println("skipped: no corpus at " + root + " (-Dfalcoj.corpus=DIR)");
    }
    assumeTrue(Files.isDirectory(root), () -> "no corpus at " + root);
    return root;
  }

  /** Files below a folder that end so, sorted. */
  public static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON documents, one a line, gzip or plain. */
  static List<JsonNode> json(Path file) {
    return lines(file).stream().map(Corpus::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a text, gzip or plain. */
  static List<String> lines(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
