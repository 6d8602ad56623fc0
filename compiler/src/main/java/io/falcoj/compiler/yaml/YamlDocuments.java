package io.falcoj.compiler.yaml;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The documents of a file, as events or composed, with what upstream's YAML library forgives. */
public final class YamlDocuments {
  private static final int MAX_RETRIES = 100;

  private YamlDocuments() {}

  /** All documents, or none after an error. */
  public static List<Node> compose(ScalarDecoder scalars, Diagnostics diags) {
    return read(scalars, diags, YamlLibrary.NODES);
  }

  /** All events, or none after an error. */
  static List<Event> parse(ScalarDecoder scalars, Diagnostics diags) {
    return read(scalars, diags, YamlLibrary.EVENTS);
  }

  private static <T> List<T> read(
      ScalarDecoder scalars, Diagnostics diags, YamlLibrary<T> library) {
    SourceFile file = scalars.file();
    StringBuilder text = new StringBuilder(file.text());
    try {
      for (int retries = 0; ; retries++) {
        try {
          return SeveralRoots.read(text.toString(), library);
        } catch (MarkedYAMLException e) {
          int at = offset(scalars, e);
          boolean mended =
              blankOutTag(text, at, e) || blankOutTab(text, at) || endLastKey(text, scalars, e);
          if (retries == MAX_RETRIES || !mended) {
            throw e;
          }
        }
      }
    } catch (MarkedYAMLException e) {
      report(scalars, e, diags);
    } catch (ReaderException e) {
      int at = scalars.offset(e.getPosition());
      String character = String.format("U+%04X", e.getCodePoint());
      String message = "character " + character + " is not allowed in YAML";
      report(span(file, at), at, message, message, List.of(), diags);
    } catch (YAMLException e) {
      String message = String.valueOf(e.getMessage());
      report(span(file, 0), 0, message, message, List.of(), diags);
    }
    return List.of();
  }

  private static boolean blankOutTag(StringBuilder text, int at, MarkedYAMLException e) {
    boolean lone = Tags.LONE.equals(e.getProblem());
    if (lone) {
      text.setCharAt(at, ' ');
    }
    return lone;
  }

  /**
   * Upstream's YAML library takes a tab between tokens for a blank, only not in front of a line's
   * first token.
   */
  private static boolean blankOutTab(StringBuilder text, int at) {
    if (at >= text.length() || text.charAt(at) != '\t') {
      return false;
    }
    int lineStart = text.lastIndexOf("\n", at) + 1;
    int lineEnd = text.indexOf("\n", at);
    String before = text.substring(lineStart, at);
    String behind = text.substring(at, lineEnd < 0 ? text.length() : lineEnd);
    if (before.isBlank() && !behind.isBlank()) {
      return false;
    }
    for (int i = at; i < text.length() && text.charAt(i) == '\t'; i++) {
      text.setCharAt(i, ' ');
    }
    return true;
  }

  /** To upstream's YAML library a last line without a colon is a key without a value. */
  private static boolean endLastKey(
      StringBuilder text, ScalarDecoder scalars, MarkedYAMLException e) {
    Mark key = e.getContextMark();
    if (key == null || !String.valueOf(e.getProblem()).equals(YamlWords.NO_KEY)) {
      return false;
    }
    String behind = text.substring(scalars.offset(key));
    String last = behind.stripTrailing();
    if (last.indexOf('\n') >= 0 || last.indexOf('#') >= 0) {
      return false;
    }
    int end = text.length() - behind.length() + last.length();
    text.replace(end, Math.min(end + 1, text.length()), ":");
    return true;
  }

  private static int offset(ScalarDecoder scalars, MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    return mark == null ? 0 : scalars.offset(mark);
  }

  private static void report(ScalarDecoder scalars, MarkedYAMLException e, Diagnostics diags) {
    SourceFile file = scalars.file();
    int noticed = offset(scalars, e);
    String message = message(e.getContext(), e.getProblem());
    YamlWords.Said falco = YamlWords.falcos(e, message);
    int told = scalars.offset(falco.at());
    Mark began = e.getContextMark();
    if (began != null && noticed == file.text().length() && message.contains("quoted scalar")) {
      SourceSpan quote = span(file, scalars.offset(began));
      report(quote, told, "the quote is not closed", falco.words(), List.of(), diags);
    } else {
      report(span(file, noticed), told, message, falco.words(), began(scalars, e), diags);
    }
  }

  private static String message(@Nullable String context, @Nullable String problem) {
    String detail = problem == null ? "not valid YAML" : problem;
    return context == null ? detail : context + ": " + detail;
  }

  /** Where the part began in which the fault was noticed, when that is elsewhere. */
  private static List<Related> began(ScalarDecoder scalars, MarkedYAMLException e) {
    Mark mark = e.getContextMark();
    int at = mark == null ? -1 : scalars.offset(mark);
    return at < 0 || at == offset(scalars, e)
        ? List.of()
        : List.of(new Related("which began", span(scalars.file(), at)));
  }

  private static SourceSpan span(SourceFile file, int at) {
    return new SourceSpan(file, at, Math.max(at, Math.min(at + 1, file.text().length())));
  }

  /**
   * @param noticed where upstream reports it
   */
  private static void report(
      SourceSpan place,
      int noticed,
      String message,
      String falco,
      List<Related> related,
      Diagnostics diags) {
    SourceFile file = place.file();
    Location content = new Location("rules content", "", new SourceSpan(file, 0, 0));
    Location value = new Location("value for", "", span(file, noticed));
    diags
        .within(List.of(content, value))
        .report(
            new Diagnostic(DiagnosticCode.YAML_PARSE, place, message, null, related)
                .as(FalcoForm.SAME.withMessage(falco)));
  }
}
