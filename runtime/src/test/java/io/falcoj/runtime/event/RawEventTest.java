package io.falcoj.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.json.JsonDocument;
import org.junit.jupiter.api.Test;

/** A view shows one event and nothing of the one before. */
class RawEventTest {
  @Test
  void theNextEventHasNoDocumentOfTheLast() {
    JsonDocument index = new JsonDocument(10);
    RawEvent raw = new RawEvent().wrap(new byte[4], 0, 4, 0, 0).read(index, 17);
    assertThat(raw.document()).isSameAs(index);
    assertThat(raw.timestamp()).isEqualTo(17);
    raw.wrap(new byte[4], 0, 4, 0, 0);
    assertThat(raw.document()).isNull();
  }
}
