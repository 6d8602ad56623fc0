package io.falcoj.agent.config;

/**
 * A host and a port as people write them: {@code HOST:PORT}, {@code [IPV6]:PORT}, {@code :PORT},
 * {@code PORT}.
 *
 * @param host empty when none is written
 */
record Address(String host, int port) {
  /**
   * Reads an address.
   *
   * @param where for the message
   */
  static Address parse(String text, String where) throws ConfigException {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw new ConfigException(
          where + ": an IPv6 address stands in brackets: [" + text + "]:PORT");
    }
    String port = text.substring(colon + 1);
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new ConfigException(where + ": expected HOST:PORT, found `" + text + "`");
    }
    return new Address(host, Integer.parseInt(port));
  }
}
