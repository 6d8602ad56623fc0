package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads audit events from one input after the other: the one parser of files, followed logs,
 * standard input and posted bodies. Memory is bounded by the limits in {@link AuditLogOptions},
 * whatever the input. Not for several threads.
 */
public final class AuditReader {
  private final AuditStream in;
  private final AuditDocuments documents;
  private final Tally tally = new Tally();
  private JsonPaths wanted = JsonPaths.NONE;
  private boolean fresh;
  private boolean oneLine;

  public AuditReader(AuditLogOptions options) {
    this.in = new AuditStream(options);
    this.documents = new AuditDocuments(in, options);
  }

  /**
   * Begins a stream of JSON. What the input before had left is forgotten.
   *
   * @param maxItems items behind this many are refused
   */
  public void open(InputStream json, long maxItems) {
    in.open(json);
    begin(maxItems);
    oneLine = false;
  }

  /**
   * Begins one line of a log; damage ends it.
   *
   * @param bytes with {@link io.falcoj.runtime.json.JsonScanner#SLACK} behind the line, a control
   *     character first
   * @param position of its first byte in the log
   */
  public void openLine(byte[] bytes, int offset, int length, long position) {
    in.open(bytes, offset, length, position);
    begin(Long.MAX_VALUE);
    oneLine = true;
  }

  private void begin(long maxItems) {
    documents.begin();
    tally.begin(maxItems);
    fresh = true;
  }

  /**
   * Reads on: delivers events and what was refused.
   *
   * @param limit items after which to stop, at least 1
   * @return items read; fewer than the limit when the input has ended
   * @throws JsonException when the input is damaged and nothing behind the damage can be read
   * @throws IOException when the stream fails
   */
  public int read(int limit, SourceHandler handler) throws JsonException, IOException {
    tally.handler = handler;
    JsonPaths newPaths = handler.wantedPaths();
    if (newPaths != wanted) {
      wanted = newPaths;
      documents.want(newPaths);
    }
    if (fresh) {
      fresh = false;
      in.skipByteOrderMark();
    }
    int work = 0;
    try {
      while (work < limit && step()) {
        work++;
      }
      if (work < limit) {
        documents.finish();
      }
    } catch (JsonException e) {
      tally.note(1, "damaged JSON: " + e.getMessage(), e.offset());
      throw e;
    }
    return work;
  }

  private boolean step() throws JsonException, IOException {
    try {
      return documents.next(tally);
    } catch (JsonException e) {
      if (oneLine || !documents.recover(e, tally)) {
        throw e;
      }
      return true;
    }
  }

  /** Offset of the next byte in the input. */
  public long offset() {
    return documents.offset();
  }

  /** Events of this input that were delivered. */
  public long delivered() {
    return tally.delivered;
  }

  /** What stood in place of events in this input and was refused; damage counts as one. */
  public long refused() {
    return tally.refused;
  }

  /** The first refusal in this input, or null. */
  public @Nullable Refusal firstRefusal() {
    return tally.first;
  }

  /** Counts on the way to the handler. */
  private static final class Tally implements SourceHandler {
    private static final SourceHandler NOBODY = event -> {};

    private SourceHandler handler = NOBODY;
    private long maxItems;
    private long delivered;
    private long refused;
    private @Nullable Refusal first;

    void begin(long limit) {
      maxItems = limit;
      delivered = 0;
      refused = 0;
      first = null;
    }

    void note(long count, String message, long offset) {
      if (first == null) {
        first = new Refusal(delivered + refused, message, offset);
      }
      refused += count;
    }

    @Override
    public void event(RawEvent event) {
      if (delivered + refused >= maxItems) {
        refused(1, "the input has more than " + maxItems + " items", -1);
        return;
      }
      delivered++;
      handler.event(event);
    }

    @Override
    public void refused(long count, String message, long offset) {
      note(count, message, offset);
      handler.refused(count, message, offset);
    }

    @Override
    public void warning(String message, long offset) {
      handler.warning(message, offset);
    }
  }
}
