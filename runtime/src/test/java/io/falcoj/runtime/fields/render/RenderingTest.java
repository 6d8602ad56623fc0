package io.falcoj.runtime.fields.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
  private static final FlagTable OPEN =
      new FlagTable(
          "open",
          List.of(
              new FlagTable.Entry("NONE", 0),
              new FlagTable.Entry("RDWR", 3),
              new FlagTable.Entry("WRITE", 2),
              new FlagTable.Entry("READ", 1),
              new FlagTable.Entry("CREATE", 4)));

  @ParameterizedTest
  @CsvSource({
    "0, INT64, DEC, 0",
    "-1, INT64, DEC, -1",
    "-1, UINT64, DEC, 18446744073709551615",
    "-1, INT32, HEX, FFFFFFFF",
    "255, UINT32, HEX, FF",
    "493, UINT32, OCT, 755",
    "5, RELTIME, PADDED_DEC, 000000005",
    "1234567890, RELTIME, PADDED_DEC, 1234567890"
  })
  void numbersFollowTheirFormat(long value, FieldType type, PrintFormat format, String text) {
    assertThat(text(out -> NumberText.append(out, value, type, format))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"493, 0755", "0, 0"})
  void octalParametersBeginWithZero(long value, String text) {
    assertThat(text(out -> NumberText.appendParam(out, value, FieldType.UINT32, PrintFormat.OCT)))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1000000000, 1s",
    "1500000000, 1.5s",
    "1, 1e-09s",
    "123456789, 0.123457s",
    "100000, 0.0001s",
    "99999, 9.9999e-05s",
    "1234567000000000, 1.23457e+06s"
  })
  void intervalsHaveSixDigits(long nanoseconds, String text) {
    assertThat(text(out -> NumberText.appendSeconds(out, nanoseconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.5859375, 0.6", "0.25, 0.2", "12, 12.0", "0.04, 0.0"})
  void fractionsHaveOneDecimal(double value, String text) {
    assertThat(text(out -> NumberText.appendTenths(out, value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, NONE", "3, RDWR", "1, READ", "7, RDWR|CREATE", "6, WRITE|CREATE", "8, ''"})
  void flagsAreNamedOnceInTableOrder(long value, String text) {
    assertThat(text(out -> FlagText.appendFlags(out, value, OPEN))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2, WRITE", "4, CREATE", "5, ''"})
  void enumerationsNameTheirExactValue(long value, String text) {
    assertThat(text(out -> FlagText.appendEnum(out, value, OPEN))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "::1, ::1",
    "::, ::",
    "fe80:0:0:0:0:0:0:0, fe80::",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7"
  })
  void addressesLeaveOutTheLongestRunOfZeros(String given, String text) throws Exception {
    byte[] bytes = InetAddress.getByName(given).getAddress();
    assertThat(text(out -> AddressText.append(out, bytes, 0, bytes.length))).isEqualTo(text);
  }

  @Test
  void mappedAddressesShowTheirFourLastBytesWithDots() {
    byte[] bytes = HexFormat.of().parseHex("00000000000000000000ffff7f000001");
    assertThat(text(out -> AddressText.append(out, bytes, 0, 16))).isEqualTo("::ffff:127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00.000000000+0000",
    "1470327475999999999, 2016-08-04T16:17:55.999999999+0000",
    "951782400000000000, 2000-02-29T00:00:00.000000000+0000",
    "4102444799000000001, 2099-12-31T23:59:59.000000001+0000"
  })
  void timesFollowTheCalendar(long nanoseconds, String text) {
    assertThat(text(out -> TimeText.appendIso8601(out, nanoseconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "61620a62, 6162efbfbd62",
    "7f, efbfbd",
    "c3a9, c3a9",
    "c285, efbfbd",
    "c3, efbfbd",
    "e282, efbfbd",
    "e28261, efbfbd61",
    "ff61ff, efbfbd61efbfbd",
    "c080, efbfbdefbfbd",
    "eda080, efbfbdefbfbdefbfbd",
    "f09f9880, f09f9880",
    "efbfbf, efbfbd",
    "f4908080, efbfbdefbfbdefbfbdefbfbd"
  })
  void replacesWhatIsNotPrintable(String given, String expected) {
    ByteSlice text = ByteSlice.of(HexFormat.of().parseHex(given));
    TextBuilder out = new TextBuilder().begin();
    PrintableText.append(text, out);
    assertThat(HexFormat.of().formatHex(out.finish(new ByteSlice()).toBytes())).isEqualTo(expected);
    assertThat(PrintableText.isPrintable(text)).isEqualTo(given.equals(expected));
  }

  @Test
  void buffersShowDotsForWhatIsNotAscii() {
    byte[] bytes = {'G', 'E', 'T', ' ', 0, 10, (byte) 0xC3};
    assertThat(text(out -> BufferText.append(out, bytes, 0, bytes.length))).isEqualTo("GET ...");
  }

  private static String text(Consumer<TextBuilder> rendering) {
    TextBuilder out = new TextBuilder().begin();
    rendering.accept(out);
    return out.finish(new ByteSlice()).toString();
  }
}
