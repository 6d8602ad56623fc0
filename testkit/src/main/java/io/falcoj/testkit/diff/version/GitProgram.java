package io.falcoj.testkit.diff.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs {@code git} in a directory. */
final class GitProgram {
  private final Path directory;

  GitProgram(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /** What a command prints. */
  byte[] run(String... arguments) throws VersionException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path errors = null;
    try {
      errors = Files.createTempFile("falcoj-git", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(errors.toFile()))
              .redirectError(errors.toFile());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new VersionException(reason(command, Files.readString(errors)));
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VersionException("interrupted while git was reading");
    } catch (IOException e) {
      throw new VersionException("`git` cannot be run, which reads revisions: " + e.getMessage());
    } finally {
      delete(errors);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private String reason(List<String> command, String errors) {
    String said = errors.lines().findFirst().orElse("").replaceFirst("^(fatal|error): ", "");
    if (said.isEmpty() && command.contains("--verify")) {
      String revision = command.get(command.size() - 1).replace("^{commit}", "");
      return "git knows no revision '%s' in %s".formatted(revision, directory);
    }
    return "git in " + directory + ": " + said;
  }
}
