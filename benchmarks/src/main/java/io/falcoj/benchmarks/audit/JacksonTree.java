package io.falcoj.benchmarks.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Jackson's tree of every event, and nothing done with it. */
final class JacksonTree implements Contender {
  private final JsonMapper mapper = new JsonMapper();
  private final AuditEvents events;

  JacksonTree(AuditEvents events) {
    this.events = events;
  }

  @Override
  public String name() {
    return "Jackson: tree, no rules";
  }

  @Override
  public long pass() throws Exception {
    long members = 0;
    for (int i = 0; i < events.count(); i++) {
      members += mapper.readTree(events.log(), events.start(i), events.length(i)).size();
    }
    return members;
  }
}
