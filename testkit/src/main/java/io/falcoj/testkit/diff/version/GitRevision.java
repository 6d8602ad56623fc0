package io.falcoj.testkit.diff.version;

import io.falcoj.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rule files as they were at a revision. Asks the program {@code git}: who compares revisions has
 * it, and it knows the repository's own settings, work trees and partial clones.
 */
final class GitRevision {
  private final GitProgram git;
  private final String revision;

  GitRevision(Path directory, String revision) throws VersionException {
    if (revision.isEmpty() || revision.startsWith("-")) {
      throw new VersionException("'" + revision + "' is no revision");
    }
    this.git = new GitProgram(directory);
    this.revision = revision;
  }

  /** The files and directories of the work tree, at the revision. */
  static List<SourceFile> read(String revision, List<Path> paths) throws VersionException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      Path existing = path.toAbsolutePath().normalize();
      Path below = existing;
      while (existing != null && !Files.isDirectory(existing)) {
        existing = existing.getParent();
      }
      if (existing == null) {
        throw new VersionException(path + ": no such file");
      }
      String inside = existing.relativize(below).toString();
      files.addAll(new GitRevision(existing, revision).read("./" + inside));
    }
    return files;
  }

  /**
   * The rule files at a path.
   *
   * @param path from the top of the repository, or from the directory when it begins with ./
   */
  List<SourceFile> read(String path) throws VersionException {
    String full = path.startsWith("./") ? prefix() + path.substring(2) : path;
    String top = full.endsWith("/") ? full.substring(0, full.length() - 1) : full;
    git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    List<SourceFile> files = new ArrayList<>();
    for (String name : names(top)) {
      byte[] content = git.run("cat-file", "blob", revision + ":" + name);
      files.add(SourceFile.decode(revision + ":" + name, content));
    }
    if (files.isEmpty()) {
      throw new VersionException(
          "%s:%s: no .yaml or .yml file there at that revision".formatted(revision, top));
    }
    return files;
  }

  private String prefix() throws VersionException {
    return text(git.run("rev-parse", "--show-prefix")).strip();
  }

  /** In the order in which rule files of a directory are loaded. */
  private List<String> names(String top) throws VersionException {
    List<String> command =
        new ArrayList<>(
            List.of("--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", "--name-only"));
    command.add(revision);
    if (!top.isEmpty()) {
      command.addAll(List.of("--", top));
    }
    return Arrays.stream(text(git.run(command.toArray(String[]::new))).split("\0"))
        .filter(name -> name.equals(top) || name.endsWith(".yaml") || name.endsWith(".yml"))
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
