package io.falcoj.runtime.source.audit;

import static io.falcoj.runtime.source.audit.AuditLog.event;
import static io.falcoj.runtime.source.audit.AuditLog.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Every shape in which audit events come. */
class AuditLogShapesTest {
  private static final String A = event("a");
  private static final String B = event("b");
  private static final String C = event("c");

  @Test
  void aSingleEvent() {
    reads(A, A);
  }

  @Test
  void aList() {
    reads(list(A, B), A, B);
    reads(list());
  }

  @Test
  void aListWhoseKindStandsLast() {
    reads("{\"items\":[" + A + "],\"kind\":\"EventList\"}", A);
  }

  @Test
  void anArrayOfEventsAndLists() {
    reads("[" + A + "," + list(B, C) + "]", A, B, C);
    reads("[]");
  }

  @Test
  void oneDocumentToALine() {
    reads(A + "\n" + B + "\n\n" + list(C) + "\r\n", A, B, C);
  }

  @Test
  void documentsOneAfterTheOther() {
    reads(A + B + " " + C, A, B, C);
  }

  @Test
  void indentedDocuments() {
    String indented = A.replace(",", ",\n  ").replace("{", "{\n  ").replace("}", "\n}");
    reads(indented + "\n" + indented, indented, indented);
  }

  @Test
  void itemsOfAListNeedNoKind() {
    String bare = "{\"stageTimestamp\":\"2026-01-02T03:04:05Z\",\"auditID\":\"x\"}";
    reads(list(bare), bare);
  }

  @Test
  void gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : new String[] {A + "\n", B}) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    AuditLog log =
        AuditLog.read(new ByteArrayInputStream(bytes.toByteArray()), AuditLogOptions.DEFAULT);
    assertThat(log.error).isEmpty();
    assertThat(log.events).containsExactly(A, B);
  }

  @Test
  void aByteOrderMark() {
    reads("\uFEFF" + A, A);
  }

  @Test
  void nothingAtAll() {
    reads("");
    reads(" \n\n ");
  }

  @Test
  void aStreamThatComesByteByByte() {
    byte[] bytes = ("[" + A + " ,\n" + list(B, C) + "]").getBytes(StandardCharsets.UTF_8);
    InputStream drop =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    assertThat(AuditLog.read(drop, AuditLogOptions.DEFAULT).events).containsExactly(A, B, C);
  }

  @Test
  void aListLargerThanAnyBuffer() {
    String[] items = new String[20_000];
    Arrays.setAll(items, i -> event("event-" + i));
    AuditLog log = AuditLog.read("  " + list(items) + "\n", new AuditLogOptions(1000, 20));
    assertThat(log.error).isEmpty();
    assertThat(log.warnings).isEmpty();
    assertThat(log.events).containsExactly(items);
  }

  private static void reads(String text, String... events) {
    AuditLog log = AuditLog.read(text);
    assertThat(log.error).isEmpty();
    assertThat(log.warnings).isEmpty();
    assertThat(log.events).containsExactly(events);
  }
}
