package io.falcoj.compiler.decl;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Three numbers, compared from the left. */
public record Version(long major, long minor, long patch) implements Comparable<Version> {
  // As upstream reads it with sscanf: what follows the third number is ignored.
  private static final Pattern TEXT =
      Pattern.compile("\\s*\\+?(\\d+)\\.\\s*\\+?(\\d+)\\.\\s*\\+?(\\d+)");

  /** The version the text begins with, or null. */
  public static @Nullable Version parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.lookingAt()
        ? new Version(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
        : null;
  }

  // 32 bits; larger numbers wrap.
  private static long number(String digits) {
    return new BigInteger(digits).longValue() & 0xffffffffL;
  }

  /** Whether something of this version serves where {@code required} is asked for. */
  public boolean compatibleWith(Version required) {
    return major == required.major && compareTo(required) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Long.compare(major, other.major);
    int byMinor = Long.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Long.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
