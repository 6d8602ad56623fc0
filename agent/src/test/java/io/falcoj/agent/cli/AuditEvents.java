package io.falcoj.agent.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small audit events and a rule that alerts on each with its id. */
final class AuditEvents {
  static final String RULES =
      """
      - rule: Every event
        desc: alerts on every event
        condition: ka.auditid exists
        output: id=%ka.auditid verb=%ka.verb
        priority: INFO
        source: k8s_audit
      """;

  private AuditEvents() {}

  static String event(String id) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\""
        + id
        + "\",\"stageTimestamp\":\"2026-01-02T03:04:05.123456Z\",\"verb\":\"get\"}";
  }

  static String list(String... items) {
    return "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":["
        + String.join(",", items)
        + "]}";
  }

  static String events(String... ids) {
    return list(Arrays.stream(ids).map(AuditEvents::event).toArray(String[]::new));
  }

  static String lines(String... ids) {
    return Arrays.stream(ids).map(id -> event(id) + "\n").collect(Collectors.joining());
  }
}
