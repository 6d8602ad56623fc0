package io.falcoj.testkit.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of pages, beside which others may lie that somebody wrote. */
public final class PageFolder {
  private final Path folder;

  public PageFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The names of files that are not what they would be: another text, missing, or the page of a
   * rule that is gone.
   *
   * @throws IOException when the folder cannot be read
   */
  public List<String> differing(Map<String, String> pages) throws IOException {
    List<String> names = new ArrayList<>(stale(pages));
    for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
      Path file = folder.resolve(page.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
        names.add(page.getKey());
      }
    }
    return names.stream().sorted().toList();
  }

  /**
   * Writes what differs, and removes the pages of rules that are gone.
   *
   * @return the names of the files that changed
   * @throws IOException when the folder cannot be read or written
   */
  public List<String> write(Map<String, String> pages) throws IOException {
    List<String> changed = differing(pages);
    Files.createDirectories(folder);
    for (String name : changed) {
      String page = pages.get(name);
      if (page == null) {
        Files.delete(folder.resolve(name));
      } else {
        Files.writeString(folder.resolve(name), page);
      }
    }
    return changed;
  }

  private List<String> stale(Map<String, String> pages) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> stale = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        if (!pages.containsKey(name) && isOurs(file)) {
          stale.add(name);
        }
      }
    }
    return stale;
  }

  private static boolean isOurs(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).startsWith(RulePages.MARK);
  }
}
