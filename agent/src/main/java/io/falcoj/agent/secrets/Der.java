package io.falcoj.agent.secrets;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The little of DER (X.690) that it takes to put older forms of keys into PKCS#8. */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int SEQUENCE = 0x30;

  private static final int CONTEXT_0 = 0xA0;

  /** {@code 1.2.840.113549.1.1.1} and NULL. */
  private static final byte[] RSA = {
    0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0
  };

  /** {@code 1.2.840.10045.2.1}. */
  private static final byte[] EC = {
    0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01
  };

  private static final byte[] VERSION = {INTEGER, 1, 0};

  private Der() {}

  /** A key of PKCS#1 (RFC 8017) as PKCS#8 (RFC 5958). */
  static byte[] ofRsa(byte[] key) {
    return value(SEQUENCE, VERSION, value(SEQUENCE, RSA), value(OCTETS, key));
  }

  /** A key of SEC 1 (RFC 5915) as PKCS#8, or null when it does not name its curve. */
  static byte @Nullable [] ofEc(byte[] key) {
    byte[] curve = curve(key);
    return curve == null
        ? null
        : value(SEQUENCE, VERSION, value(SEQUENCE, EC, curve), value(OCTETS, key));
  }

  private static byte @Nullable [] curve(byte[] key) {
    int at = content(key, 0);
    while (at > 0 && at + 1 < key.length) {
      int from = content(key, at);
      int end = from + length(key, at);
      if (from < 0 || end > key.length) {
        return null;
      }
      if ((key[at] & 0xFF) == CONTEXT_0) {
        return Arrays.copyOfRange(key, from, end);
      }
      at = end;
    }
    return null;
  }

  /** Index of the content of the value at an index, or -1. */
  private static int content(byte[] der, int at) {
    if (at + 1 >= der.length) {
      return -1;
    }
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first - 0x80);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < first - 0x80 && at + 2 + i < der.length; i++) {
      length = length << 8 | der[at + 2 + i] & 0xFF;
    }
    return length;
  }

  private static byte[] value(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    if (length < 0x80) {
      whole.write(length);
    } else {
      int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
      whole.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        whole.write(length >> (8 * i));
      }
    }
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }
}
