package io.falcoj.agent.cli;

import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads rule files and directories of them, in path order. */
final class RuleFiles {
  private RuleFiles() {}

  /**
   * The files that the paths name.
   *
   * @throws CommandException for a path that does not exist or cannot be read
   */
  static List<SourceFile> read(List<Path> paths) throws CommandException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      List<Path> found = Files.isDirectory(path) ? inside(path) : List.of(path);
      if (found.isEmpty()) {
        throw invalid(path, "no .yaml or .yml file in this directory");
      }
      for (Path file : found) {
        files.add(new SourceFile(file.toString(), text(file)));
      }
    }
    return files;
  }

  private static List<Path> inside(Path directory) throws CommandException {
    try (Stream<Path> entries = Files.walk(directory)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw invalid(directory, "cannot be listed");
    }
  }

  private static String text(Path file) throws CommandException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw invalid(file, Files.exists(file) ? "cannot be read" : "no such file");
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(input)
          .toString();
    } catch (CharacterCodingException e) {
      throw invalid(file, "not UTF-8 text at byte " + input.position());
    }
  }

  private static CommandException invalid(Path path, String message) {
    return new CommandException(ExitCode.INVALID, path + ": " + message);
  }
}
