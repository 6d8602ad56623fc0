package io.falcoj.testkit.diff.version;

import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The rule files that a bundle may carry. */
final class BundleSources {
  private static final String FOLDER = "META-INF/falco/rules/";

  private BundleSources() {}

  /** In load order; empty when the bundle was made without them. */
  static List<SourceFile> read(Path jar) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : entries) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        String name = entry.getName().substring(FOLDER.length());
        files.add(SourceFile.decode(jar + "!" + name, content));
      }
    }
    return files;
  }
}
