package io.falcoj.agent.cli.capture;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file that a command makes. What is there already is overwritten only when asked for. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Refuses what would be lost.
   *
   * @throws CommandException when the file exists, unless forced, or is the one that is read
   */
  static void check(Path file, Path read, boolean force) throws CommandException {
    if (!Files.exists(file)) {
      return;
    }
    if (isSame(file, read)) {
      throw new CommandException(ExitCode.USAGE, file + ": is read and cannot be written as well");
    }
    if (!force) {
      throw new CommandException(ExitCode.USAGE, file + ": exists already; --force overwrites it");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes; in gzip when the name ends so. */
  static void write(Path file, byte[] content) throws CommandException {
    try (OutputStream out =
        file.toString().endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(content);
    } catch (NoSuchFileException e) {
      throw new CommandException(ExitCode.INVALID, file + ": cannot be written: no such directory");
    } catch (AccessDeniedException e) {
      throw new CommandException(ExitCode.INVALID, file + ": cannot be written: permission denied");
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, file + ": cannot be written: " + e.getMessage());
    }
  }
}
