package io.falcoj.maven.build;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.format.RuleFormatter;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.format.RuleFormatter.Note;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Formats rule files and says what became of each. */
public final class RuleFormatting {
  private final Log log;
  private final boolean check;
  private int changed;
  private int unchanged;
  private int failed;

  /**
   * @param check whether files stay as they are
   */
  public RuleFormatting(Log log, boolean check) {
    this.log = log;
    this.check = check;
  }

  /**
   * Formats the files named, or those below a folder.
   *
   * @throws IOException when one cannot be read or written
   */
  public void format(List<Path> paths) throws IOException {
    for (SourceFile file : RuleFiles.read(paths)) {
      Diagnostics found = new Diagnostics();
      Formatted result = RuleFormatter.format(file, found);
      if (result == null) {
        failed++;
        TextRenderer.render(found.sorted()).lines().forEach(log::error);
        continue;
      }
      Note note = result.leftAsIs();
      if (note != null) {
        log.warn(note.describe());
      }
      if (result.text().equals(file.text())) {
        unchanged++;
      } else {
        change(file, result.text());
      }
    }
  }

  private void change(SourceFile file, String text) throws IOException {
    changed++;
    if (check) {
      log.error(file.name() + ": would change");
    } else {
      Files.write(Path.of(file.name()), file.encode(text));
      log.info(file.name() + ": formatted");
    }
  }

  public int changed() {
    return changed;
  }

  public int failed() {
    return failed;
  }

  /** For people, e.g. {@code 1 file formatted, 2 as they should be}. */
  public String summary() {
    return "%s %s, %d as they should be"
        .formatted(
            changed == 1 ? "1 file" : changed + " files",
            check ? "would change" : "formatted",
            unchanged);
  }
}
