package io.falcoj.agent.cli.format;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.format.RuleFormatter;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.format.RuleFormatter.Note;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Formats files and says what became of each. */
public final class FileFormatting {
  /** How it went; of several the last that applies. */
  public enum Outcome {
    DONE,
    /** {@code --check} found files that would change. */
    DIFFERENT,
    /** A file cannot be read, written or understood; the others were formatted. */
    FAILED
  }

  private static final String STANDARD_INPUT = "-";

  private final FormatOptions options;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private int formatted;
  private int unchanged;
  private int failed;

  /**
   * For one run.
   *
   * @param out names or texts that were asked for
   * @param err everything else
   */
  public FileFormatting(FormatOptions options, InputStream in, PrintStream out, PrintStream err) {
    this.options = options;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  public Outcome run() {
    for (String path : options.paths()) {
      try {
        if (path.equals(STANDARD_INPUT)) {
          format(SourceFile.decode("standard input", in.readAllBytes()), true);
        } else {
          for (SourceFile file : RuleFiles.read(List.of(Path.of(path)))) {
            format(file, false);
          }
        }
      } catch (IOException e) {
        fail(String.valueOf(e.getMessage()));
      }
    }
    if (!options.stdout()) {
      summarize();
    }
    boolean different = options.check() && formatted > 0;
    return failed > 0 ? Outcome.FAILED : different ? Outcome.DIFFERENT : Outcome.DONE;
  }

  private void format(SourceFile file, boolean standard) throws IOException {
    Diagnostics diags = new Diagnostics();
    Formatted result = RuleFormatter.format(file, diags);
    if (result == null) {
      err.print(TextRenderer.render(diags.sorted()));
      failed++;
      return;
    }
    Note note = result.leftAsIs();
    if (note != null) {
      err.println("warning: " + note.describe());
    }
    boolean changes = !result.text().equals(file.text());
    if (changes) {
      formatted++;
    } else {
      unchanged++;
    }
    if (options.check()) {
      if (changes) {
        out.println(file.name());
      }
    } else if (options.stdout() || standard) {
      out.write(file.encode(result.text()));
    } else if (changes) {
      write(file, result.text());
    }
  }

  private void write(SourceFile file, String text) {
    try {
      Files.write(Path.of(file.name()), file.encode(text));
      err.println(file.name() + ": formatted");
    } catch (IOException e) {
      formatted--;
      fail(file.name() + ": cannot be written");
    }
  }

  private void fail(String message) {
    err.println("error: " + message);
    failed++;
  }

  private void summarize() {
    StringBuilder summary = new StringBuilder();
    summary.append(files(formatted)).append(options.check() ? " would change, " : " formatted, ");
    summary.append(unchanged).append(" as they should be");
    if (failed > 0) {
      summary.append(", ").append(failed).append(" not formatted");
    }
    err.println(summary);
  }

  private static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }
}
