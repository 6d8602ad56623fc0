package io.falcoj.runtime.source.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** Writes audit logs as an API server and a rotating tool do. */
final class Logs {
  private Logs() {}

  static String line(String id) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\""
        + id
        + "\",\"stageTimestamp\":\"2026-01-02T03:04:05.123456Z\"}\n";
  }

  static void append(Path log, String... ids) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      lines.append(line(id));
    }
    appendText(log, lines.toString());
  }

  static void appendText(Path log, String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Compresses as the API server does: the compressed file beside the plain one, then removal. */
  static Path compress(Path log) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(log));
    }
    Path compressed = log.resolveSibling(log.getFileName() + ".gz");
    Files.write(compressed, bytes.toByteArray());
    Files.delete(log);
    return compressed;
  }

  static void truncate(Path log) throws IOException {
    Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
  }
}
