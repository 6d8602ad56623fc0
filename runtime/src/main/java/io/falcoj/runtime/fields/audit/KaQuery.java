package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Parameters in the query of a request URI, read as Go's {@code net/url} reads them: {@code +} is a
 * blank, and a wrong escape or a semicolon anywhere in the query makes all parameters absent.
 */
public final class KaQuery {
  private KaQuery() {}

  /**
   * The first value of a parameter, or null.
   *
   * @param text where the value is built
   * @param scratch pointed at names while they are compared
   */
  public static @Nullable ByteSlice parameter(
      ByteSlice uri, ByteSlice wanted, TextBuilder text, ByteSlice scratch, ByteSlice result) {
    int hash = uri.indexOf((byte) '#', 0);
    int end = hash < 0 ? uri.length() : hash;
    int question = uri.indexOf((byte) '?', 0);
    if (!printable(uri) || question < 0 || question >= end) {
      return null;
    }
    if (!escapesAreWhole(uri, 0, question) || !escapesAreWhole(uri, end, uri.length())) {
      return null;
    }
    ByteSlice found = null;
    for (int at = question + 1; at < end; ) {
      int behind = uri.indexOf((byte) '&', at);
      int stop = behind < 0 || behind > end ? end : behind;
      if (!escapesAreWhole(uri, at, stop) || has(uri, ';', at, stop)) {
        return null;
      }
      int equals = uri.indexOf((byte) '=', at);
      int nameEnd = equals < 0 || equals > stop ? stop : equals;
      if (found == null && at < stop && decoded(uri, at, nameEnd, text, scratch).equals(wanted)) {
        found = decoded(uri, Math.min(nameEnd + 1, stop), stop, text, result);
      }
      at = stop + 1;
    }
    return found == null ? null : AuditText.untilNul(found);
  }

  private static ByteSlice decoded(
      ByteSlice uri, int start, int end, TextBuilder text, ByteSlice target) {
    text.begin();
    for (int i = start; i < end; i++) {
      byte b = uri.at(i);
      if (b == '%') {
        int value = Character.digit(uri.at(i + 1), 16) << 4 | Character.digit(uri.at(i + 2), 16);
        text.append((byte) value);
        i += 2;
      } else {
        text.append(b == '+' ? (byte) ' ' : b);
      }
    }
    return text.finish(target);
  }

  private static boolean printable(ByteSlice uri) {
    for (int i = 0; i < uri.length(); i++) {
      if (uri.at(i) >= 0 && uri.at(i) < ' ' || uri.at(i) == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean escapesAreWhole(ByteSlice uri, int start, int end) {
    for (int i = start; i < end; i++) {
      if (uri.at(i) == '%'
          && (i + 2 >= end
              || Character.digit(uri.at(i + 1), 16) < 0
              || Character.digit(uri.at(i + 2), 16) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(ByteSlice uri, char wanted, int start, int end) {
    int at = uri.indexOf((byte) wanted, start);
    return at >= 0 && at < end;
  }
}
