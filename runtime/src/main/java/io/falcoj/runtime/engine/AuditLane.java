package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.schema.EventSources;

/** Audit events: no state, every one is judged. */
final class AuditLane implements Lane {
  private final AuditDecoder decoder = new AuditDecoder();
  private final AuditEvent event = new AuditEvent();
  private final Runnable judge;
  private final TimeLimit limit;
  private final WarningListener warnings;
  private long judged;
  private long refused;

  AuditLane(Judging judging, TimeLimit limit, WarningListener warnings, JsonPaths paths) {
    event.want(paths);
    this.judge = judging.over(EventSources.K8S_AUDIT, () -> new MatchContext(event));
    this.limit = limit;
    this.warnings = warnings;
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, judged + 1)) {
      refused++;
      warnings.warning(decoder.problem(), -1);
      return;
    }
    if (!limit.passed(event.timestamp())) {
      judged++;
      judge.run();
    }
  }

  @Override
  public JsonPaths wantedPaths() {
    return event.wanted();
  }

  @Override
  public void warning(String message, long offset) {
    warnings.warning(message, offset);
  }

  @Override
  public void refused(long count, String message, long offset) {
    refused += count;
    warnings.warning(message, offset);
  }

  @Override
  public long events() {
    return judged + refused;
  }

  @Override
  public long judged() {
    return judged;
  }

  @Override
  public long lastNumber() {
    return judged;
  }

  @Override
  public long refused() {
    return refused;
  }

  @Override
  public long readAgain() {
    return event.readAgain();
  }

  @Override
  public boolean expired() {
    return limit.isPassed();
  }
}
