package io.falcoj.runtime.source.audit;

import static io.falcoj.runtime.source.audit.AuditLog.event;
import static io.falcoj.runtime.source.audit.AuditLog.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused, what ends the source, and what is said about it. */
class AuditLogDamageTest {
  private static final String A = event("a");
  private static final String B = event("b");
  private static final String C = event("c");

  @Test
  void aNestedArrayIsRefusedAndTheRestGoesOn() {
    AuditLog log = AuditLog.read("[" + A + ",[" + B + "]," + C + "]");
    assertThat(log.events).containsExactly(A, C);
    assertThat(log.warnings)
        .containsExactly(
            (A.length() + 2)
                + ": element 1 of the array is itself an array; nested arrays are not read");
    assertThat(log.refused).isEqualTo(1);
    assertThat(log.error).isEmpty();
  }

  @Test
  void deeplyNestedArraysCostNeitherStackNorMemory() {
    String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
    AuditLog log = AuditLog.read("[" + deep + "," + A + "]");
    assertThat(log.events).containsExactly(A);
    assertThat(log.warnings).hasSize(1);
  }

  @Test
  void anEventNestedTooDeeplyIsRefused() {
    String deep =
        A.substring(0, A.length() - 1) + ",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
    AuditLog log = AuditLog.read(list(A, deep, B));
    assertThat(log.events).containsExactly(A, B);
    assertThat(log.warnings).singleElement().asString().contains("nested deeper than 100 levels");
  }

  @Test
  void anEventThatIsTooLargeIsRefused() {
    String large = A.substring(0, A.length() - 1) + ",\"x\":\"" + "y".repeat(300_000) + "\"}";
    String huge = A.substring(0, A.length() - 1) + ",\"x\":\"" + "y".repeat(5_000_000) + "\"}";
    AuditLog log = AuditLog.read(list(A, large, B, huge) + "\n" + huge + "\n" + C);
    assertThat(log.events).containsExactly(A, B, C);
    assertThat(log.refused).isEqualTo(3);
    assertThat(log.warnings).allMatch(w -> w.contains("larger than 262144 bytes"));
  }

  @Test
  void blanksDoNotCountForTheSize() {
    String airy = A.replace(",", "," + " ".repeat(300));
    AuditLog log = AuditLog.read(airy, new AuditLogOptions(A.length(), 10));
    assertThat(log.events).containsExactly(airy);
  }

  @Test
  void eventsWithoutATimeAreRefused() {
    AuditLog log =
        AuditLog.read(
            list(
                "{\"auditID\":\"x\"}",
                "{\"stageTimestamp\":17}",
                "{\"stageTimestamp\":\"yesterday\"}",
                "7",
                A));
    assertThat(log.events).containsExactly(A);
    assertThat(log.refused).isEqualTo(4);
    assertThat(log.warnings.get(0)).contains("item 0 of the list is refused: it has no stage");
    assertThat(log.warnings.get(2)).contains("not an RFC 3339 time");
    assertThat(log.warnings.get(3)).contains("item 3 of the list is not an audit event");
  }

  @Test
  void otherDocumentsAreRefused() {
    AuditLog log = AuditLog.read("{\"kind\":\"Pod\"}\n{}\n{\"kind\":\"EventList\"}\n" + A);
    assertThat(log.events).containsExactly(A);
    assertThat(log.warnings)
        .containsExactly(
            "0: an object of kind Pod is not an audit event",
            "15: an object without a kind is not an audit event",
            "18: the EventList has no items");
  }

  @Test
  void anUnknownVersionWarnsOnceForEachKind() {
    String strange = A.replace("audit.k8s.io/v1", "audit.k8s.io/v9");
    String list =
        list(strange, strange)
            .replace(
                "List\",\"apiVersion\":\"audit.k8s.io/v1",
                "List\",\"apiVersion\":\"audit.k8s.io/v9");
    AuditLog log = AuditLog.read(list + "\n" + list + "\n" + strange);
    assertThat(log.events).hasSize(5);
    assertThat(log.warnings)
        .hasSize(2)
        .allMatch(w -> w.contains("of version audit.k8s.io/v9 is read as audit.k8s.io/v1"));
  }

  @Test
  void ofTheVersionsOfAListTheFirstCounts() {
    String behind = ",\"apiVersion\":\"audit.k8s.io/v9\",\"apiVersion\":\"audit.k8s.io/v8\"}";
    String list = list(A);
    AuditLog log = AuditLog.read(list.substring(0, list.length() - 1) + behind);
    assertThat(log.events).containsExactly(A);
    assertThat(log.warnings).isEmpty();

    log = AuditLog.read("{\"items\":[" + A + "],\"kind\":\"EventList\"" + behind);
    assertThat(log.warnings).singleElement().asString().contains("of version audit.k8s.io/v9 is");
    String good = ",\"apiVersion\":\"audit.k8s.io\\/v1\"" + behind;
    log = AuditLog.read("{\"items\":[" + A + "],\"kind\":\"EventList\"" + good);
    assertThat(log.warnings).isEmpty();
  }

  @Test
  void longTextsOfAListAreNotShown() {
    String version = "\"apiVersion\":\"" + "v".repeat(300) + "\"";
    for (String list :
        List.of(
            "{\"kind\":\"EventList\"," + version + ",\"items\":[" + A + "]}",
            "{\"items\":[" + A + "],\"kind\":\"EventList\"," + version + "}")) {
      AuditLog log = AuditLog.read(list);
      assertThat(log.events).containsExactly(A);
      assertThat(log.warnings).singleElement().asString().contains("of version (too long) is");
    }
  }

  @Test
  void aDamagedLineIsReportedAndTheNextOnesAreRead() {
    AuditLog log = AuditLog.read(A + "\n{\"kind\":\"Ev\n" + B + "\nrubbish\n" + C + "\n");
    assertThat(log.events).containsExactly(A, B, C);
    assertThat(log.refused).isEqualTo(2);
    assertThat(log.warnings.get(0)).contains("line 2: a control character inside a string");
    assertThat(log.warnings.get(1)).contains("line 4: expected an audit event");
    assertThat(log.error).isEmpty();
  }

  @Test
  void aCutLineThatSeemsToGoOnIsLeftOutAlone() {
    AuditLog log = AuditLog.read(A + "\n{\"a\":[1,\n" + B + "\n" + C + "\n");
    assertThat(log.events).containsExactly(A, B, C);
    assertThat(log.warnings).singleElement().asString().contains("line 2: ");
  }

  @Test
  void aLogThatBeginsAndEndsInTheMiddleOfALine() {
    AuditLog log = AuditLog.read("\"x\"}}\n" + A + "\n" + B + "\n" + C.substring(0, 40));
    assertThat(log.events).containsExactly(A, B);
    assertThat(log.refused).isEqualTo(2);
    assertThat(log.warnings.get(0)).startsWith("0: line 1: ");
    assertThat(log.warnings.get(1)).contains("line 4: the input ends inside a JSON value");
  }

  @Test
  void aDamagedItemInALineEndsThatLineOnly() {
    AuditLog log = AuditLog.read(A + "\n" + list(B, "{\"kind\":}", A) + "\n" + C);
    assertThat(log.events).containsExactly(A, B, C);
    assertThat(log.refused).isEqualTo(1);
  }

  @Test
  void damageInAListEndsTheSourceBehindTheEventsBefore() {
    String text = "{\n\"kind\":\"EventList\",\n\"items\":[\n" + A + ",\n" + B + ",\n{\"kind\" 1}]}";
    AuditLog log = AuditLog.read(text + "\n" + C);
    assertThat(log.events).containsExactly(A, B);
    assertThat(log.error)
        .isEqualTo((text.length() - 4) + ": damaged JSON: expected ':' after a key, found '1'");
  }

  @Test
  void aCutListIsAnErrorAtItsEnd() {
    String text = list(A, B);
    AuditLog log = AuditLog.read(text.substring(0, text.length() - 5));
    assertThat(log.events).containsExactly(A);
    assertThat(log.error)
        .startsWith((text.length() - 5) + ": ")
        .contains("the input ends inside a JSON value");
  }

  @Test
  void whatIsNoLogAtAllIsOneError() {
    assertThat(AuditLog.read("rubbish").error).startsWith("0: damaged JSON: line 1: expected an");
    assertThat(AuditLog.read("\u0001\u0002\n".repeat(1000)).error).isNotEmpty();
    assertThat(AuditLog.read("{\n".repeat(1000)).error).isNotEmpty();
  }

  @Test
  void everyCutAndEveryChangedByteGivesAResult() {
    byte[] text = ("[" + A + "," + list(B) + "]\n" + C + "\n").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      AuditLog cut = read(Arrays.copyOf(text, i));
      assertThat(cut.events.size()).isLessThanOrEqualTo(3);
      for (byte b : new byte[] {0, '"', '\\', '{', '}', '[', ']', '\n', (byte) 0xFF}) {
        byte[] changed = text.clone();
        changed[i] = b;
        assertThat(read(changed).events.size()).isLessThanOrEqualTo(3);
      }
    }
  }

  private static AuditLog read(byte[] bytes) {
    return AuditLog.read(new ByteArrayInputStream(bytes), AuditLogOptions.DEFAULT);
  }

  /** The window that is kept ends in every place around the items' key. */
  @Test
  void aListWhoseHeadFillsTheWindowIsRead() {
    AuditLogOptions options = new AuditLogOptions(8192, 100);
    String head = "{\"kind\":\"EventList\",\"x\":\"";
    for (int end = options.keptBytes() - 40; end < options.keptBytes() + 40; end++) {
      for (String key : List.of("\",\"items\":[", "\",\"items\" : [", "\",\"items\":\n[")) {
        String text = head + "y".repeat(end - head.length()) + key + A + "," + B + "]}";
        AuditLog log = AuditLog.read(text, options);
        assertThat(log.error).isEmpty();
        assertThat(log.events.size() + log.refused).as("head of %s bytes", end).isPositive();
      }
    }
  }
}
