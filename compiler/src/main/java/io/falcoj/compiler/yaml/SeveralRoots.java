package io.falcoj.compiler.yaml;

import io.falcoj.compiler.yaml.YamlLibrary.Root;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Text that goes on where a document has ended, without {@code ---}: a line further left than the
 * first, or one that is no item behind a sequence. Upstream's YAML library begins a new document
 * there.
 */
final class SeveralRoots {
  /** Each costs a pass over the text. */
  private static final int MAX_ROOTS = 20;

  private static final String NEW_ROOT = "expected '<document start>'";
  private static final String END = "expected <block end>";
  private static final String NO_KEY = "could not find expected ':'";

  private SeveralRoots() {}

  /** The parts of all documents of the text. */
  static <T> List<T> read(String text, YamlLibrary<T> library) {
    List<T> documents = new ArrayList<>();
    String rest = text;
    for (int roots = 1; ; roots++) {
      try {
        documents.addAll(library.read(rest));
        return documents;
      } catch (MarkedYAMLException e) {
        Mark next = roots < MAX_ROOTS ? next(e) : null;
        List<T> before = next == null ? List.of() : before(rest, next, library);
        if (next == null || !hasEnded(library.lastRoot(before), e, next)) {
          throw e;
        }
        documents.addAll(before);
        rest = blanked(rest, offset(rest, next));
      }
    }
  }

  /** Where a new document may begin, or null. */
  private static @Nullable Mark next(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.startsWith(NEW_ROOT) || problem.startsWith(END)) {
      return e.getProblemMark();
    }
    return problem.startsWith(NO_KEY) ? e.getContextMark() : null;
  }

  private static <T> List<T> before(String text, Mark next, YamlLibrary<T> library) {
    try {
      return library.read(text.substring(0, offset(text, next)));
    } catch (MarkedYAMLException e) {
      return List.of();
    }
  }

  /** True when what follows cannot belong to the document. */
  private static boolean hasEnded(@Nullable Root root, MarkedYAMLException e, Mark next) {
    if (root == null) {
      return false;
    }
    if (String.valueOf(e.getProblem()).startsWith(NEW_ROOT)) {
      return true;
    }
    int column = next.getColumn();
    return column < root.column() || column == root.column() && root.isSequence();
  }

  /** The text with nothing before the offset; everything keeps its place, in code points. */
  private static String blanked(String text, int end) {
    StringBuilder blank = new StringBuilder(text.length());
    text.substring(0, end)
        .codePoints()
        .forEach(point -> blank.append(point == '\n' || point == '\r' ? (char) point : ' '));
    return blank.append(text, end, text.length()).toString();
  }

  private static int offset(String text, Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
