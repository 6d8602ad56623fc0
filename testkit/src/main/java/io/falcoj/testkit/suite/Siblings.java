package io.falcoj.testkit.suite;

import io.falcoj.testkit.yaml.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the file that was probably meant by a path that leads nowhere. */
final class Siblings {
  /** Names that are looked at. */
  private static final int MOST = 10_000;

  private Siblings() {}

  /**
   * What follows a complaint; empty when no name is near.
   *
   * @param folder the deepest one of the path that exists
   */
  static String hint(Path path, Path folder) {
    String name = folder.relativize(path).getName(0).toString();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.limit(MOST).map(f -> f.getFileName().toString()).toList();
      String near = Known.nearest(name, names);
      return near == null ? "" : "; " + near;
    } catch (IOException e) {
      return "";
    }
  }
}
