package io.falcoj.compiler.format;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.format.Tree.Brackets;
import io.falcoj.compiler.format.Tree.Collection;
import io.falcoj.compiler.format.Tree.Document;
import io.falcoj.compiler.format.Tree.Stream;
import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.YamlEvent;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out rule files; the only way in. */
public final class RuleFormatter {
  private static final String MARK = "\ufeff";
  private static final String OTHER_LINE_ENDS = "\u0085\u2028\u2029";

  /** Names with these are put into conditions wherever the same characters stand. */
  private static final String DELIMITERS = " \t\n\r(),=";

  /**
   * What became of a file.
   *
   * @param text to be written with {@link SourceFile#encode}
   * @param leftAsIs what kept it from being laid out, or null
   */
  public record Formatted(String text, @Nullable Note leftAsIs) {}

  /** A place and what is there. */
  public record Note(SourceSpan span, String message) {
    /** For the user, on one line. */
    public String describe() {
      LineMap lines = span.file().lines();
      return "%s:%d:%d: left as it is: %s"
          .formatted(
              span.file().name(), lines.line(span.start()), lines.column(span.start()), message);
    }
  }

  /** A text taken apart. */
  private record Reading(List<YamlEvent> events, Stream stream, List<String> comments) {
    static Reading of(String text) throws LeftAsIs {
      List<YamlEvent> events = YamlEvent.read(new SourceFile("", text), new Diagnostics());
      TreeReader reader = new TreeReader(text, events);
      Stream stream = reader.read();
      return new Reading(events, stream, reader.comments().stream().sorted().toList());
    }
  }

  private final SourceFile file;

  /** Without byte order mark, lines ended by LF. */
  private final String text;

  private RuleFormatter(SourceFile file) {
    this.file = file;
    String content = file.text();
    String unmarked = content.startsWith(MARK) ? content.substring(1) : content;
    this.text = unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * The file in the one layout, comments, encoding and kind of line ends kept. A file whose rules
   * have faults is laid out like any other; one that is no YAML, no list of items or not UTF-8 is
   * not.
   *
   * @return null after an error, which is in {@code diags}
   */
  public static @Nullable Formatted format(SourceFile file, Diagnostics diags) {
    Diagnostics found = new Diagnostics();
    RuleFile read = RuleFileReader.read(file, found);
    RuleFormatter formatter = new RuleFormatter(file);
    if (file.malformedAt() >= 0) {
      SourceSpan place = new SourceSpan(file, file.malformedAt(), file.malformedAt() + 1);
      diags.report(DiagnosticCode.YAML_PARSE, place, "not UTF-8: cannot be written back as it was");
      return null;
    }
    boolean noYaml = has(found, DiagnosticCode.YAML_PARSE);
    try {
      Reading reading = noYaml ? null : Reading.of(formatter.text);
      if (reading == null || !reading.stream().documents().stream().allMatch(d -> isList(d))) {
        found.reported().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .forEach(diags::report);
        return null;
      }
      return new Formatted(formatter.layOut(reading, !namesBreak(read)), null);
    } catch (LeftAsIs e) {
      return new Formatted(file.text(), new Note(formatter.place(e.offset), e.reason));
    }
  }

  private static boolean has(Diagnostics found, DiagnosticCode code) {
    return found.reported().stream().map(Diagnostic::code).anyMatch(code::equals);
  }

  private static boolean isList(Document document) {
    return document.root() instanceof Collection root
        ? !root.mapping()
        : document.root() instanceof Tree.Scalar scalar && scalar.isNull();
  }

  private static boolean namesBreak(RuleFile file) {
    return file.declarations().stream()
        .anyMatch(
            d ->
                d instanceof ListDecl list
                    && list.name().chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0));
  }

  /** Nothing, or items one below the other. */
  private static boolean isPlain(Tree root) {
    return root.properties().isEmpty()
        && (root instanceof Collection items
            ? items.brackets() == Brackets.BLOCK
            : root.equals(Tree.NOTHING));
  }

  private String layOut(Reading reading, boolean reflow) throws LeftAsIs {
    for (int i = 0; i < text.length(); i++) {
      if (OTHER_LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
        throw new LeftAsIs(
            i, String.format("a line end of another kind, U+%04X", (int) text.charAt(i)));
      }
    }
    for (Document document : reading.stream().documents()) {
      if (!isPlain(document.root())) {
        throw new LeftAsIs(0, "items in brackets or behind an anchor, or a document that is null");
      }
    }
    String printed = TreePrinter.print(reading.stream(), reflow);
    Reading again = Reading.of(printed);
    int difference = Meaning.difference(reading.events(), again.events());
    if (difference >= 0) {
      int at = Math.min(difference, reading.events().size() - 1);
      throw new LeftAsIs(reading.events().get(at).start(), "a form whose meaning would not stay");
    }
    if (!reading.comments().equals(again.comments())) {
      throw new LeftAsIs(0, "a comment would be lost");
    }
    return restored(printed);
  }

  /** With the mark and the line ends that the file has. */
  private String restored(String printed) {
    int first = file.text().indexOf('\n');
    boolean carriage = first > 0 && file.text().charAt(first - 1) == '\r';
    String mark = file.text().startsWith(MARK) ? MARK : "";
    return mark + (carriage ? printed.replace("\n", "\r\n") : printed);
  }

  /** A place of the text in the file. */
  private SourceSpan place(int offset) {
    SourceFile unified = new SourceFile("", text);
    int line = unified.lines().line(offset);
    int column = unified.lines().column(offset);
    int mark = line == 1 && file.text().startsWith(MARK) ? 1 : 0;
    int at = Math.min(file.lines().lineStart(line) + column - 1 + mark, file.text().length());
    return new SourceSpan(file, at, at);
  }
}
