package io.falcoj.benchmarks.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.fields.AuditPaths;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchListener;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditReader;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The way of the engine from the bytes of a log to verdicts; no alerts are made. */
final class FalcoJ implements Contender, SourceHandler {
  private static final int BATCH = 256;

  private final String name;
  private final AuditEvents events;
  private final AuditReader reader = new AuditReader(AuditLogOptions.DEFAULT);
  private final AuditDecoder decoder = new AuditDecoder();
  private final AuditEvent event = new AuditEvent();
  private final SourceMatcher matcher;
  private long number;
  private long matches;

  /**
   * @param all whether all rules that match an event count, or the first only
   */
  FalcoJ(String name, AuditEvents events, Bundle rules, boolean all) {
    this(name, events, rules, all, (rule, context) -> {});
  }

  FalcoJ(String name, AuditEvents events, Bundle rules, boolean all, MatchListener listener) {
    this.name = name;
    this.events = events;
    Set<FieldRef> fields = new LinkedHashSet<>();
    rules.rules().forEach(rule -> fields.addAll(AuditPaths.fields(rule)));
    event.want(AuditPaths.of(fields));
    this.matcher =
        new MatchEngine(List.of(rules), new MatchOptions(all, "Debug", List.of()))
            .matcher(
                EventSources.K8S_AUDIT,
                () -> new MatchContext(event),
                (rule, context) -> {
                  matches++;
                  listener.matched(rule, context);
                });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long pass() throws Exception {
    matches = 0;
    number = 0;
    reader.open(new ByteArrayInputStream(events.log()), Long.MAX_VALUE);
    while (reader.read(BATCH, this) == BATCH) {
      // All of it.
    }
    if (number != events.count()) {
      throw new IllegalStateException(number + " events were judged");
    }
    return matches;
  }

  @Override
  public JsonPaths wantedPaths() {
    return event.wanted();
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, ++number)) {
      throw new IllegalStateException(decoder.problem());
    }
    matcher.match();
  }
}
