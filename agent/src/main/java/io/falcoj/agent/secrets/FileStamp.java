package io.falcoj.agent.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Tells whether files were changed or replaced. Follows links, since that is how a cluster gives
 * secrets to a container: it swaps a link.
 *
 * @param text without meaning but for comparison
 */
public record FileStamp(String text) {
  /** How the files are now; a file that is not there has a stamp too. */
  public static FileStamp of(List<Path> files) {
    return new FileStamp(files.stream().map(FileStamp::stamp).collect(Collectors.joining(" ")));
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime().toMillis()
          + ":"
          + attributes.size()
          + ":"
          + Objects.toString(attributes.fileKey());
    } catch (IOException e) {
      return "none";
    }
  }
}
