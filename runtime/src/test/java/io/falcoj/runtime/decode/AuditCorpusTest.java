package io.falcoj.runtime.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditLogSource;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The audit logs of the corpus: every shape of a batch holds the same events. */
class AuditCorpusTest implements SourceHandler {
  private final AuditDecoder decoder = new AuditDecoder();
  private final AuditEvent event = new AuditEvent();
  private final List<String> documents = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @Test
  void everyShapeOfABatchHoldsTheSameEvents() throws IOException, SourceException {
    Map<String, List<String>> batches = new HashMap<>();
    int files = 0;
    for (Path file : files("k8s_audit/derived")) {
      read(file);
      assertThat(warnings).as(file.toString()).isEmpty();
      String batch = file.getFileName().toString().split("_", 2)[0];
      List<String> first = batches.putIfAbsent(batch, List.copyOf(documents));
      assertThat(documents).as(file.toString()).isEqualTo(first == null ? documents : first);
      files++;
    }
    System.out.printf("audit shapes: %d files of %d batches agree%n", files, batches.size());
    assertThat(batches).hasSize(5);
  }

  @Test
  void everyRecordedEventIsRead() throws IOException, SourceException {
    int events = 0;
    for (String folder : List.of("k8s_audit", "psp")) {
      for (Path file : files("k8s_audit/falco-tests/" + folder)) {
        read(file);
        assertThat(warnings).as(file.toString()).isEmpty();
        assertThat(documents).as(file.toString()).isNotEmpty();
        events += documents.size();
      }
    }
    System.out.printf("recorded audit events read: %d%n", events);
  }

  @Test
  void otherLogsAreRefusedWithoutFailing() throws IOException, SourceException {
    for (Path file : files("k8s_audit/falco-tests/plugins")) {
      read(file);
      assertThat(documents).isEmpty();
      assertThat(warnings).isNotEmpty();
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Corpus.file(folder))) {
      return files.sorted().toList();
    }
  }

  private void read(Path file) throws SourceException {
    documents.clear();
    warnings.clear();
    try (AuditLogSource source = AuditLogSource.open(file, AuditLogOptions.DEFAULT)) {
      while (source.poll(this) != EventSource.END) {
        // Everything is collected.
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    assertThat(decoder.decode(raw, event, documents.size() + 1L)).as(decoder.problem()).isTrue();
    assertThat(event.identified()).isTrue();
    TextBuilder text = new TextBuilder().begin();
    JsonText.compact(raw.buffer(), raw.offset(), raw.offset() + raw.length(), text);
    documents.add(text.finish(new ByteSlice()).toString());
  }

  @Override
  public void warning(String message, long offset) {
    warnings.add(message);
  }
}
