package io.falcoj.compiler.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads rule files. */
public final class RuleFiles {
  private RuleFiles() {}

  /**
   * Reads the files named, and for a directory every {@code .yaml} and {@code .yml} file below it
   * in the order of their paths. Bytes that are not UTF-8 read as U+FFFD.
   *
   * @throws IOException with the path in its message when one does not exist or cannot be read
   */
  public static List<SourceFile> read(List<Path> paths) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : find(paths)) {
      files.add(
          new SourceFile(
              path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
    }
    return files;
  }

  /** The files that {@link #read} would read. */
  public static List<Path> find(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          below.filter(RuleFiles::isRuleFile).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static boolean isRuleFile(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
