package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.SourceHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Audit events, one JSON document each; written one a line. */
final class AuditRecording implements Recording {
  private final List<byte[]> documents;

  private AuditRecording(List<byte[]> documents) {
    this.documents = documents;
  }

  /** Takes the events of a log apart. */
  static final class Collector implements SourceHandler {
    private final List<byte[]> documents = new ArrayList<>();

    @Override
    public void event(RawEvent raw) {
      documents.add(AuditLines.of(raw));
    }

    AuditRecording recording() {
      return new AuditRecording(List.copyOf(documents));
    }
  }

  @Override
  public int events() {
    return documents.size();
  }

  @Override
  public int pieces() {
    return documents.size();
  }

  @Override
  public boolean isCapture() {
    return false;
  }

  @Override
  public List<String> tableTexts(String field) {
    return List.of();
  }

  @Override
  public byte[] write(BitSet pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.stream()
        .forEach(
            i -> {
              out.writeBytes(documents.get(i));
              out.write('\n');
            });
    return out.toByteArray();
  }

  @Override
  public Recording map(TextMapping texts) {
    return new AuditRecording(
        documents.stream().map(document -> JsonTexts.map(document, texts)).toList());
  }
}
