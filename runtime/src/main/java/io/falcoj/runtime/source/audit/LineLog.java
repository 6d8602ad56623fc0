package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether damage is confined to one line. It is when the damaged document never went beyond
 * the line on which it began; and, in a log that had one document to a line so far, also when a cut
 * line seems to go on in the next one.
 */
final class LineLog {
  /** Damaged lines before the first good document, after which the input is no audit log. */
  private static final int MAX_BAD_START = 100;

  private record Problem(String message, long offset) {}

  private final List<Problem> early = new ArrayList<>();
  private long documents;
  private boolean multiLine;
  private long badLines;
  private long startLine;
  private long startOffset;

  void beginDocument(AuditStream in) {
    startLine = in.line();
    startOffset = in.offset();
  }

  void endDocument(AuditStream in, SourceHandler handler) {
    documents++;
    multiLine |= in.line() != startLine;
    early.forEach(p -> handler.warning(p.message(), p.offset()));
    early.clear();
  }

  /** Moves behind the damaged line and reports it, or returns false. */
  boolean recover(AuditStream in, JsonException damage, SourceHandler handler) throws IOException {
    boolean whole = in.marked() && in.markOffset() == startOffset;
    in.retreat(startOffset);
    if (in.line() > startLine) {
      if (documents == 0 || multiLine || !whole) {
        return false;
      }
      in.rewind();
    }
    in.skipLine();
    badLines++;
    Problem problem =
        new Problem("line " + startLine + ": " + damage.getMessage(), damage.offset());
    if (documents > 0) {
      handler.warning(problem.message(), problem.offset());
      return true;
    }
    early.add(problem);
    return early.size() < MAX_BAD_START;
  }

  /** Fails when the input had damaged lines and nothing else. */
  void finish(String name) throws SourceException {
    if (!early.isEmpty()) {
      Problem first = early.get(0);
      throw new SourceException(name, first.offset(), "damaged JSON, " + first.message());
    }
  }

  long badLines() {
    return badLines;
  }
}
