package io.falcoj.runtime.source.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line in memory ends where its length says: behind it stands what no token can hold. */
class AuditReaderTest {
  private static final AuditReader READER = new AuditReader(AuditLogOptions.DEFAULT);

  private static void open(String line, int stop) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(text, text.length + JsonScanner.SLACK);
    Arrays.fill(bytes, text.length, bytes.length, (byte) '"');
    bytes[text.length] = (byte) stop;
    READER.openLine(bytes, 0, text.length, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, '\n', '\r', '\t', 0x1F})
  void controlCharactersEndEveryToken(int stop) throws IOException, JsonException {
    open(AuditLog.event("a"), stop);
    assertThat(READER.read(2, event -> {})).isEqualTo(1);
    assertThat(READER.delivered()).isEqualTo(1);
    open("{\"kind\":\"Eve", stop);
    assertThatThrownBy(() -> READER.read(2, event -> {}))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("ends inside a JSON value");
  }

  @ParameterizedTest
  @ValueSource(ints = {' ', '"', '1', '}', 0xFF})
  void whatATokenCanHoldIsNoStop(int stop) {
    assertThatThrownBy(() -> open("{\"kind\":\"Eve", stop))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no stop behind the input");
  }

  @Test
  void theLineHasRoomBehindIt() {
    assertThatThrownBy(() -> READER.openLine(new byte[10], 0, 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
