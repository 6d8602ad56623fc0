package io.falcoj.agent.webhook;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditReader;
import io.falcoj.runtime.source.audit.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the events of posted bodies to whoever judges; a body is answered when it was judged. */
final class WebhookSource implements EventSource {
  private static final int BATCH = 256;

  private record Judged(Posted posted, Answer answer) {}

  private final SourceInfo info;
  private final Inbox inbox;
  private final int maxItems;
  private final AuditReader reader;
  private final Quiet quiet = new Quiet();
  private final List<Judged> judged = new ArrayList<>();
  private @Nullable Posted current;

  WebhookSource(String name, Inbox inbox, AuditLogOptions options, int maxItems) {
    this.info = new SourceInfo(EventSources.K8S_AUDIT, name, true);
    this.inbox = inbox;
    this.maxItems = maxItems;
    this.reader = new AuditReader(options);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public int poll(SourceHandler handler) {
    Posted posted = current;
    if (posted == null) {
      posted = inbox.take();
      if (posted == null) {
        return inbox.isClosed() ? END : 0;
      }
    }
    quiet.handler = handler;
    try {
      if (current == null) {
        reader.open(posted.open(), maxItems);
        current = posted;
      }
      int work = reader.read(BATCH, quiet);
      if (work == BATCH) {
        return work;
      }
      end(posted, handler, reader.firstRefusal());
      return work + 1;
    } catch (JsonException e) {
      end(posted, handler, reader.firstRefusal());
    } catch (IOException e) {
      String reason = "the body cannot be unpacked: " + e.getMessage();
      end(posted, handler, new Refusal(reader.delivered(), reason, reader.offset()));
    }
    return 1;
  }

  private void end(Posted posted, SourceHandler handler, @Nullable Refusal first) {
    current = null;
    long items = reader.delivered();
    long refused = first == null ? 0 : Math.max(1, reader.refused());
    if (first != null) {
      String more = refused > 1 ? " (and " + (refused - 1) + " more)" : "";
      handler.refused(
          refused, posted.exchange().client() + ": " + first.reason() + more, first.offset());
    }
    boolean tooMany = items + refused > maxItems;
    int status = tooMany ? Answer.TOO_LARGE : Answer.BAD_REQUEST;
    judged.add(new Judged(posted, Answer.judged(items, refused, first, status)));
    posted.body().release();
  }

  @Override
  public void settled() {
    for (Judged each : judged) {
      Exchange exchange = each.posted().exchange();
      // Not by this thread: it judges, whatever clients do.
      exchange
          .request()
          .getComponents()
          .getExecutor()
          .execute(() -> exchange.answer(each.answer()));
    }
    judged.clear();
  }

  @Override
  public void stop() {
    inbox.close();
  }

  @Override
  public void close() {
    inbox.close();
  }

  /** Refusals are told once for each body. */
  private static final class Quiet implements SourceHandler {
    private SourceHandler handler = event -> {};

    @Override
    public void event(RawEvent event) {
      handler.event(event);
    }

    @Override
    public JsonPaths wantedPaths() {
      return handler.wantedPaths();
    }

    @Override
    public void refused(long count, String message, long offset) {
      // Counted by the reader.
    }

    @Override
    public void warning(String message, long offset) {
      handler.warning(message, offset);
    }
  }
}
