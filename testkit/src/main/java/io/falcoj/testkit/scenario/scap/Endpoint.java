package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.value.IpText;
import io.falcoj.testkit.scenario.ScenarioException;
import java.util.Arrays;

/**
 * One end of an internet connection, written {@code 10.0.0.5:80} or {@code [2001:db8::5]:80}. Ends
 * of unix sockets are paths.
 */
record Endpoint(byte[] address, int port) {
  private static final String ARROW = "->";

  private static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).strip();
    byte[] address =
        host.startsWith("[") && host.endsWith("]")
            ? IpText.parse6(host.substring(1, host.length() - 1))
            : IpText.parse4(host);
    String port = text.substring(colon + 1).strip();
    if (address == null || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
      throw new ScenarioException(
          "'" + text + "' is no address with a port, such as 10.0.0.5:80 or [2001:db8::5]:80");
    }
    return new Endpoint(address, Integer.parseInt(port));
  }

  private static boolean isPath(String text) {
    return text.startsWith("/") || text.startsWith("@");
  }

  static void putAddress(EventEncoder encoder, String text) {
    if (isPath(text)) {
      encoder.unixAddress(text);
    } else {
      Endpoint end = parse(text);
      encoder.address(end.address, end.port);
    }
  }

  /** Adds both ends: {@code client->server}, or the path of a unix socket. */
  static void putTuple(EventEncoder encoder, String text) {
    if (isPath(text)) {
      encoder.unixTuple(0, 0, text);
      return;
    }
    Endpoint source = parse(near(text));
    Endpoint destination = parse(far(text));
    encoder.tuple(source.address, source.port, destination.address, destination.port);
  }

  /** The other end of a connection that the process makes. */
  static String far(String tuple) {
    return isPath(tuple) ? tuple : tuple.substring(arrow(tuple) + ARROW.length()).strip();
  }

  private static String near(String tuple) {
    return tuple.substring(0, arrow(tuple)).strip();
  }

  private static int arrow(String tuple) {
    int arrow = tuple.indexOf(ARROW);
    if (arrow < 0) {
      throw new ScenarioException(
          "'" + tuple + "' is no connection, such as 10.0.0.5:40112->203.0.113.9:443");
    }
    return arrow;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Endpoint end && end.port == port && Arrays.equals(end.address, address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + port;
  }
}
