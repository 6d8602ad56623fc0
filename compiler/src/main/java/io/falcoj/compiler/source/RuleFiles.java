package io.falcoj.compiler.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads rule files. */
public final class RuleFiles {
  private RuleFiles() {}

  /**
   * Reads the files named, and for a directory every {@code .yaml} and {@code .yml} file below it
   * in the order of their paths.
   *
   * @throws IOException with a message for the user when a path does not exist, cannot be read, or
   *     is a directory without rule files
   */
  public static List<SourceFile> read(List<Path> paths) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : find(path)) {
        files.add(SourceFile.decode(file.toString(), bytes(file)));
      }
    }
    return files;
  }

  private static List<Path> find(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> found;
    try (Stream<Path> below = Files.walk(path)) {
      found = below.filter(RuleFiles::isRuleFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IOException(path + ": cannot be listed", e);
    }
    if (found.isEmpty()) {
      throw new IOException(path + ": no .yaml or .yml file in this directory");
    }
    return found;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be read", e);
    }
  }

  private static boolean isRuleFile(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
