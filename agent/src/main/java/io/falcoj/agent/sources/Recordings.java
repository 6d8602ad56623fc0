package io.falcoj.agent.sources;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Captures and logs that are read once, by the names that the user gave. */
public final class Recordings {
  /** In place of a name: standard input. */
  public static final String STANDARD_INPUT = "-";

  private final AuditLogOptions options;
  private final StandardInput input;

  public Recordings(AuditConfig.Limits limits, StandardInput input) {
    this.options = auditOptions(limits);
    this.input = input;
  }

  static AuditLogOptions auditOptions(AuditConfig.Limits limits) {
    return new AuditLogOptions(limits.eventBytes(), limits.depth());
  }

  /**
   * Opens a recording.
   *
   * @throws SourceException when it cannot be read
   */
  public EventSource open(String name) throws SourceException {
    return name.equals(STANDARD_INPUT)
        ? ReplaySources.open("standard input", input, options)
        : ReplaySources.open(Path.of(name), options);
  }

  /**
   * The files behind names: a pattern in a name's last part stands for the files that match, the
   * one written to first coming first.
   *
   * @throws SourceException when nothing matches a pattern
   */
  public static List<String> expand(List<String> names) throws SourceException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      if (name.equals(STANDARD_INPUT) || !isPattern(name) || Files.exists(Path.of(name))) {
        files.add(name);
      } else {
        files.addAll(matching(name));
      }
    }
    return files;
  }

  /** The files in a directory, the one written to first coming first. */
  public static List<String> inDirectory(Path directory) throws SourceException {
    return list(directory, "*", directory.toString());
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static List<String> matching(String name) throws SourceException {
    int slash = name.lastIndexOf('/');
    Path directory = Path.of(slash < 0 ? "." : slash == 0 ? "/" : name.substring(0, slash));
    List<String> found = list(directory, name.substring(slash + 1), name);
    if (found.isEmpty()) {
      throw new SourceException(name, -1, "no file matches");
    }
    return slash < 0 ? found.stream().map(f -> f.substring(2)).toList() : found;
  }

  private static List<String> list(Path directory, String glob, String name)
      throws SourceException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    } catch (PatternSyntaxException e) {
      throw new SourceException(name, -1, "is no pattern of names: " + e.getDescription());
    } catch (IOException e) {
      throw new SourceException(name, -1, "the directory cannot be read: " + e.getMessage());
    }
    files.sort(Comparator.comparing(Recordings::modified).thenComparing(f -> f));
    return files.stream().map(Path::toString).toList();
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
