package io.falcoj.compiler.yaml.reader;

import org.jspecify.annotations.Nullable;

/** Numbers without sign, of 32 bits, as Falco's YAML library reads them. */
public final class UnsignedNumber {
  private UnsignedNumber() {}

  /** A decimal, hexadecimal ({@code 0x}) or octal ({@code 0}) number, or null. */
  public static @Nullable Long parse(String text) {
    try {
      boolean refused = text.startsWith("-") || text.indexOf('#') >= 0;
      long number = refused ? -1 : Long.decode(text.stripTrailing());
      return number < 0 || number > 0xffffffffL ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
