package io.falcoj.compiler.check.literal;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import io.falcoj.runtime.value.IpText;
import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * Text of a literal to value, by type ({@code userspace/libsinsp/value_parser.cpp}): numbers are
 * decimal and wrap around silently, as the C readers do.
 */
public final class Literals {
  /** A text or buffer in a condition has at most so many bytes. */
  static final int MAX_BYTES = 255;

  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private Literals() {}

  /** A number of the type; it wraps around as upstream's does. */
  public static long number(String text, FieldType type) throws LiteralException {
    return switch (type) {
      case INT8 -> (byte) signed32(text);
      case INT16 -> (short) signed32(text);
      case INT32 -> signed32(text);
      case INT64, FD, ERRNO, PID -> signed64(text);
      case UINT8, FLAGS8, ENUMFLAGS8 -> unsigned(text) & 0xffL;
      case UINT16, FLAGS16, ENUMFLAGS16 -> unsigned(text) & 0xffffL;
      case UINT32, FLAGS32, ENUMFLAGS32, MODE -> unsigned(text) & 0xffffffffL;
      case UINT64, RELTIME, ABSTIME -> unsigned(text);
      case PORT -> port(text);
      case BOOL -> bool(text);
      case DOUBLE -> Double.doubleToRawLongBits(signed32(text));
      default ->
          throw new LiteralException(
              "values of type " + type + " cannot be written",
              "wrong parameter type " + type.code());
    };
  }

  private static BigInteger decimal(String text) throws LiteralException {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    String digits = text.substring(start);
    if (!digits.matches("[+-]?[0-9]+")) {
      throw new LiteralException(text + " is not a valid number");
    }
    return new BigInteger(digits);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static long signed64(String text) throws LiteralException {
    return decimal(text)
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValue();
  }

  private static int signed32(String text) throws LiteralException {
    return (int) signed64(text);
  }

  private static long unsigned(String text) throws LiteralException {
    BigInteger value = decimal(text);
    return value.abs().compareTo(MAX_UNSIGNED) > 0 ? -1L : value.longValue();
  }

  private static long port(String text) throws LiteralException {
    if (text.isEmpty()) {
      return 0;
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      BigInteger value = new BigInteger(text);
      if (value.bitLength() > 31) {
        throw new LiteralException(text + " is too large for a port", "stoi");
      }
      return value.intValue() & 0xffff;
    }
    int port = Services.port(text);
    if (port < 0) {
      throw new LiteralException(
          "no service is called " + text + "; write the port as a number",
          "unrecognized protocol " + text);
    }
    return port;
  }

  private static long bool(String text) throws LiteralException {
    return switch (text) {
      case "true" -> 1;
      case "false" -> 0;
      default ->
          throw new LiteralException(
              text + " is not a boolean; write true or false",
              "filter error: unrecognized boolean value " + text);
    };
  }

  /** A text as it is, within the limit. */
  public static ByteSlice text(ByteSlice value) throws LiteralException {
    return within(
        value,
        () ->
            "filter parameter too long (used=%d, available=%d):%s"
                .formatted(value.length() + 1, MAX_BYTES + 1, value));
  }

  /** A buffer as it is, within the limit. */
  public static ByteSlice bytes(ByteSlice value) throws LiteralException {
    return within(value, () -> "filter parameter too long (byte buf)");
  }

  private static ByteSlice within(ByteSlice value, Supplier<String> falco) throws LiteralException {
    if (value.length() > MAX_BYTES) {
      throw new LiteralException(
          "the value has " + value.length() + " bytes; at most " + MAX_BYTES + " can be compared",
          falco.get());
    }
    return value;
  }

  /** The bytes that pairs of hexadecimal digits stand for. */
  public static ByteSlice hex(ByteSlice value) throws LiteralException {
    String text = value.toString();
    if (text.length() % 2 != 0 || !text.matches("[0-9a-fA-F]*")) {
      throw new LiteralException(
          "'" + text + "' is no hexadecimal text: an even number of hexadecimal digits",
          "filter error: bcontains and bstartswith operator support hex strings only");
    }
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(text.substring(i * 2, i * 2 + 2), 16);
    }
    return bytes(ByteSlice.of(bytes));
  }

  /** The bytes of an address, 4 or 16. */
  public static ByteSlice address(String text) throws LiteralException {
    boolean four = text.indexOf('.') >= 0;
    byte[] bytes = four ? IpText.parse4(text) : IpText.parse6(text);
    if (bytes == null) {
      throw new LiteralException("unrecognized " + (four ? "IPv4" : "IPv6") + " address " + text);
    }
    return ByteSlice.of(bytes);
  }

  /** A network in the form {@code ADDRESS/BITS}. */
  public static IpNet network(String text) throws LiteralException {
    int slash = text.indexOf('/');
    boolean four = text.indexOf('.') >= 0;
    if (slash < 0) {
      throw new LiteralException(
          "'"
              + text
              + "' is not a network; write ADDRESS/BITS, for one address /"
              + (four ? 32 : 128),
          (four ? "unrecognized IP network " : "invalid v6 netmask: ") + text);
    }
    String address = text.substring(0, slash);
    byte[] bytes = four ? IpText.parse4(address) : IpText.parse6(address);
    if (bytes == null) {
      throw new LiteralException(
          "unrecognized IP address " + text, four ? null : "unrecognized IPv6 address " + text);
    }
    String mask = text.substring(slash + 1);
    long bits = unsigned(mask) & 0xff;
    if (bits > bytes.length * 8L || !four && bits == 0) {
      throw new LiteralException(
          "invalid netmask " + mask, four ? null : "invalid v6 netmask " + mask);
    }
    return new IpNet(bytes, (int) bits);
  }
}
