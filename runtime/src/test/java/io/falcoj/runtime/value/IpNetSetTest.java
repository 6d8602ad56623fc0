package io.falcoj.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpNetSetTest {

  private static ByteSlice address(String text) {
    byte[] bytes = text.indexOf(':') >= 0 ? IpText.parse6(text) : IpText.parse4(text);
    return ByteSlice.of(Objects.requireNonNull(bytes));
  }

  private static IpNet net(String text) {
    String[] parts = text.split("/");
    return new IpNet(address(parts[0]).toBytes(), Integer.parseInt(parts[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.2.3/31, 10.1.2.2, true",
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, ::1, false",
    "1.2.3.4/32|5.6.7.0/25, 5.6.7.127, true",
    "1.2.3.4/32|5.6.7.0/25, 5.6.7.128, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1/128, ::1, true"
  })
  void contains(String nets, String address, boolean expected) {
    List<IpNet> list = Stream.of(nets.split("\\|")).map(IpNetSetTest::net).toList();
    assertThat(new IpNetSet(list).contains(address(address))).isEqualTo(expected);
    assertThat(list.stream().anyMatch(n -> n.contains(address(address)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"::", "::1", "2001:db8::1:0:0:1", "1:2:3:4:5:6:7:8", "fe80::1", "10.0.0.1"})
  void textsOfAddressesAreThoseOfInetNtop(String text) {
    assertThat(IpText.format(address(text))).isEqualTo(text);
  }

  @Test
  void wrongTextsAreNoAddresses() {
    for (String text : List.of("1.2.3", "1.2.3.256", "1.2.3.04", "", "a.b.c.d")) {
      assertThat(IpText.parse4(text)).as(text).isNull();
    }
    for (String text : List.of("1:2:3", "::1::", ":::", "12345::", "1:2:3:4:5:6:7:8:9", "x::")) {
      assertThat(IpText.parse6(text)).as(text).isNull();
    }
  }
}
