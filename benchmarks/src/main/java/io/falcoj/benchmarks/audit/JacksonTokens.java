package io.falcoj.benchmarks.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Jackson's tokens of every event, and nothing done with them: the least that its reader needs. */
final class JacksonTokens implements Contender {
  private final JsonFactory factory = new JsonFactory();
  private final AuditEvents events;

  JacksonTokens(AuditEvents events) {
    this.events = events;
  }

  @Override
  public String name() {
    return "Jackson: tokens, no rules";
  }

  @Override
  public long pass() throws Exception {
    long tokens = 0;
    for (int i = 0; i < events.count(); i++) {
      try (JsonParser parser =
          factory.createParser(events.log(), events.start(i), events.length(i))) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          tokens++;
        }
      }
    }
    return tokens;
  }
}
