package io.falcoj.testkit.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds test files. */
public final class SuiteFiles {
  private SuiteFiles() {}

  /**
   * Every {@code *.test.yaml} below a folder, in the order of paths; none when it does not exist. A
   * file is itself.
   */
  public static List<Path> find(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(p -> p.toString().endsWith(".test.yaml")).sorted().toList();
    }
  }
}
