package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonException;
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
  private long startLine;
  private long startOffset;

  /** Forgets the previous input. */
  void begin() {
    early.clear();
    documents = 0;
    multiLine = false;
  }

  void beginDocument(AuditStream in) {
    startLine = in.line();
    startOffset = in.offset();
  }

  void endDocument(AuditStream in, SourceHandler handler) {
    documents++;
    multiLine |= in.line() != startLine;
    if (!early.isEmpty()) {
      early.forEach(p -> handler.refused(1, p.message(), p.offset()));
      early.clear();
    }
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
    Problem problem =
        new Problem("line " + startLine + ": " + damage.getMessage(), damage.offset());
    if (documents > 0) {
      handler.refused(1, problem.message(), problem.offset());
      return true;
    }
    early.add(problem);
    return early.size() < MAX_BAD_START;
  }

  /** Fails when the input had damaged lines and nothing else. */
  void finish() throws JsonException {
    if (!early.isEmpty()) {
      Problem first = early.get(0);
      throw new JsonException(first.offset(), first.message());
    }
  }
}
