package io.falcoj.testkit.report.view;

import io.falcoj.testkit.run.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * How reports name files: from the project's folder, with slashes, the same on every machine.
 *
 * @param base the project's folder
 * @param testFolders folders that test files were looked for in; suites are named from there
 */
public record FileNames(Path base, List<Path> testFolders) {
  private static final String ENDING = ".test.yaml";

  public FileNames {
    base = whole(base);
    testFolders = testFolders.stream().map(FileNames::whole).toList();
  }

  /** A file's name. */
  public String of(Path file) {
    return from(base, whole(file));
  }

  /** A file's name, of a name that need not be a path, such as {@code scenario}. */
  public String of(String file) {
    try {
      Path path = Path.of(file);
      boolean within = path.isAbsolute() || whole(path).startsWith(base);
      return within ? of(path) : slashes(path.normalize());
    } catch (InvalidPathException e) {
      return file;
    }
  }

  /** A text in which files may be named by their whole path. */
  public String in(String text) {
    String folder = base + base.getFileSystem().getSeparator();
    return text.replace(folder, "");
  }

  /** A problem whose texts name files so, too. */
  public Problem in(Problem problem) {
    return new Problem(
        problem.kind(),
        problem.rule(),
        problem.line(),
        in(problem.message()),
        problem.details().stream().map(this::in).toList());
  }

  /** A test file's name as CI servers group by, e.g. {@code shells.terminal}. */
  public String suite(Path testFile) {
    Path file = whole(testFile);
    Path folder =
        testFolders.stream()
            .filter(file::startsWith)
            .max(Comparator.comparingInt(Path::getNameCount))
            .orElse(base);
    // A test file can be named itself, in place of its folder.
    String name = folder.equals(file) ? slashes(file.getFileName()) : from(folder, file);
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return stem.replace("../", "").replace('/', '.');
  }

  private static String from(Path folder, Path file) {
    return slashes(file.getRoot().equals(folder.getRoot()) ? folder.relativize(file) : file);
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
