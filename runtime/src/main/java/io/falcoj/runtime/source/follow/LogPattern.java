package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** The files that a path of the user names: one file and what it is rotated to, or a pattern. */
final class LogPattern {
  private static final String WILD = "*?[{";

  private final Path path;
  private final boolean wild;

  private LogPattern(Path path, boolean wild) {
    this.path = path;
    this.wild = wild;
  }

  /**
   * A path as the user wrote it; of a directory, every file in it.
   *
   * @throws SourceException when it is neither a path nor a pattern
   */
  static LogPattern of(String text) throws SourceException {
    try {
      return read(text);
    } catch (PatternSyntaxException e) {
      throw new SourceException(text, -1, "is no pattern of names: " + e.getDescription());
    } catch (InvalidPathException e) {
      throw new SourceException(text, -1, "is no path: " + e.getReason());
    }
  }

  private static LogPattern read(String text) {
    Path path = Path.of(text).toAbsolutePath().normalize();
    if (isWild(text) && !Files.exists(path)) {
      path.forEach(part -> FileSystems.getDefault().getPathMatcher("glob:" + part));
      return new LogPattern(path, true);
    }
    return text.endsWith("/") || Files.isDirectory(path)
        ? new LogPattern(path.resolve("*"), true)
        : new LogPattern(path, false);
  }

  private static boolean isWild(String text) {
    return text.chars().anyMatch(c -> WILD.indexOf(c) >= 0);
  }

  /** True for the file that is meant, false for what it was rotated to. */
  boolean isLive(Path file) {
    return wild || file.equals(path);
  }

  /** True when the file belongs to this pattern by its name. */
  boolean names(Path file) {
    if (!wild) {
      return file.equals(path) || Rotation.mayBecome(path, file);
    }
    return FileSystems.getDefault().getPathMatcher("glob:" + path).matches(file);
  }

  /** The files that exist; of one file also what it was rotated to. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (wild) {
      expand(path.getRoot(), 0, files);
    } else if (path.getParent() != null) {
      list(path.getParent(), this::names, files);
    }
    files.removeIf(file -> !Files.isRegularFile(file));
    return files;
  }

  /** Follows the parts of the path from {@code index} on. */
  private void expand(Path directory, int index, List<Path> found) {
    String part = path.getName(index).toString();
    List<Path> next = new ArrayList<>();
    if (isWild(part)) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + part);
      boolean hidden = part.startsWith(".");
      list(
          directory,
          file ->
              matcher.matches(file.getFileName())
                  && (hidden || !file.getFileName().toString().startsWith(".")),
          next);
    } else {
      next.add(directory.resolve(part));
    }
    if (index == path.getNameCount() - 1) {
      found.addAll(next);
    } else {
      next.stream().filter(Files::isDirectory).forEach(d -> expand(d, index + 1, found));
    }
  }

  /** What is not there or cannot be listed has no files yet. */
  private static void list(Path directory, PathMatcher wanted, List<Path> found) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, wanted::matches)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      // The next look may see more.
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
