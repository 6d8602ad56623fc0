package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole audit log and keeps what the source said. */
final class AuditLog implements SourceHandler {
  final List<String> events = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  String error = "";
  long refused;

  static AuditLog read(String text) {
    return read(text, AuditLogOptions.DEFAULT);
  }

  static AuditLog read(String text, AuditLogOptions options) {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
  }

  static AuditLog read(InputStream in, AuditLogOptions options) {
    AuditLog log = new AuditLog();
    try (AuditLogSource source = new AuditLogSource("test.json", in, options)) {
      try {
        while (source.poll(log) != EventSource.END) {
          // All events are collected.
        }
      } catch (SourceException e) {
        log.error = e.offset() + ": " + e.getMessage();
      }
    }
    return log;
  }

  @Override
  public void event(RawEvent event) {
    events.add(new String(event.buffer(), event.offset(), event.length(), StandardCharsets.UTF_8));
  }

  @Override
  public void refused(long count, String message, long offset) {
    refused += count;
    warning(message, offset);
  }

  @Override
  public void warning(String message, long offset) {
    warnings.add(offset + ": " + message);
  }

  /** A small audit event. */
  static String event(String id) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\""
        + id
        + "\",\"stageTimestamp\":\"2026-01-02T03:04:05.123456Z\"}";
  }

  static String list(String... items) {
    return "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"metadata\":{},\"items\":["
        + String.join(",", items)
        + "]}";
  }
}
