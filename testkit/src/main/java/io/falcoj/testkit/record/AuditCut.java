package io.falcoj.testkit.record;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.testkit.shrink.recording.AuditLines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the audit events that match, one a line. */
final class AuditCut implements SourceHandler {
  private final AuditDecoder decoder = new AuditDecoder();
  private final AuditEvent event = new AuditEvent();
  private final SourceMatcher matcher;
  private final OutputStream out;
  private boolean matched;
  private long number;

  AuditCut(EventFilter filter, OutputStream out) {
    this.out = out;
    this.matcher =
        new MatchEngine(List.of(filter.bundle()), MatchOptions.standard())
            .matcher(
                EventSources.K8S_AUDIT,
                () -> new MatchContext(event),
                (rule, context) -> matched = true);
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, number + 1)) {
      return;
    }
    number++;
    matched = false;
    matcher.match();
    if (matched) {
      try {
        out.write(AuditLines.of(raw));
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
