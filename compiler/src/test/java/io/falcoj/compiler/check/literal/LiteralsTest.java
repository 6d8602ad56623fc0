package io.falcoj.compiler.check.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

  @ParameterizedTest
  @CsvSource({
    "UINT64, -1, -1",
    "UINT64, 99999999999999999999, -1",
    "UINT64, 18446744073709551615, -1",
    "UINT32, 4294967296, 0",
    "UINT32, -1, 4294967295",
    "INT16, 65537, 1",
    "UINT8, 257, 1",
    "INT64, 9223372036854775808, 9223372036854775807",
    "INT64, +5, 5",
    "INT64, 0300, 300",
    "PORT, 70000, 4464",
    "PORT, 65536, 0",
    "PORT, '', 0",
    "PORT, https, 443",
    "BOOL, true, 1",
    "BOOL, false, 0"
  })
  void numbersWrapAround(FieldType type, String text, long value) throws LiteralException {
    assertThat(Literals.number(text, type)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "UINT64, 0x10",
    "INT64, 1.5",
    "INT64, '1 '",
    "INT64, ''",
    "BOOL, TRUE",
    "PORT, 99999999999",
    "PORT, 0x1bb",
    "SIGTYPE, 9",
    "DOUBLE, 1.5"
  })
  void otherFormsAreRefused(FieldType type, String text) {
    assertThatThrownBy(() -> Literals.number(text, type)).isInstanceOf(LiteralException.class);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8", "0.0.0.0/0", "::1/128", "2001:db8::/32"})
  void networks(String text) throws LiteralException {
    assertThat(Literals.network(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1", "10.0.0.0/33", "::/0", "::1/129", "999.0.0.0/8", "10.0.0.0/x"})
  void wrongNetworksAreRefused(String text) {
    assertThatThrownBy(() -> Literals.network(text)).isInstanceOf(LiteralException.class);
  }

  @Test
  void textsHaveALimit() throws LiteralException {
    assertThat(Literals.bytes(ByteSlice.of("x".repeat(255))).length()).isEqualTo(255);
    assertThatThrownBy(() -> Literals.bytes(ByteSlice.of("x".repeat(256))))
        .isInstanceOf(LiteralException.class);
  }

  @Test
  void hexadecimalBytesComeInPairs() throws LiteralException {
    assertThat(Literals.hex(ByteSlice.of("4aFF")).toBytes()).containsExactly(new byte[] {0x4a, -1});
    assertThatThrownBy(() -> Literals.hex(ByteSlice.of("4af")))
        .isInstanceOf(LiteralException.class);
  }
}
