package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Parts of the description in an old infrastructure event: {@code Event: x; ID: y; ...}. */
public final class EvtInfraFields {
  private static final int INFRASTRUCTURE = EventTraits.code("INFRASTRUCTURE_EVENT_E");
  private static final int DESCRIPTION = 2;
  private static final int SHORT_ID = 12;
  private static final ByteSlice EVENT = ByteSlice.of("Event");
  private static final ByteSlice ID = ByteSlice.of("ID");
  private static final ByteSlice NAME = ByteSlice.of("name");
  private static final ByteSlice IMAGE = ByteSlice.of("Image");
  private static final byte[] DIGEST = ByteSlice.of("sha256").toBytes();

  private EvtInfraFields() {}

  public static @Nullable ByteSlice infraDockerName(MatchContext ctx) {
    return part(ctx, EVENT);
  }

  public static @Nullable ByteSlice infraDockerContainerId(MatchContext ctx) {
    ByteSlice id = part(ctx, ID);
    return id == null || id.length() <= SHORT_ID ? id : id.wrap(id.array(), id.offset(), SHORT_ID);
  }

  public static @Nullable ByteSlice infraDockerContainerName(MatchContext ctx) {
    return part(ctx, NAME);
  }

  public static @Nullable ByteSlice infraDockerContainerImage(MatchContext ctx) {
    ByteSlice image = part(ctx, IMAGE);
    if (image == null) {
      return null;
    }
    int at = image.indexOf((byte) '@', 0);
    return at < 0 ? image : trim(image, 0, at, ctx.slice());
  }

  /** What stands behind the colon of the part that begins with {@code key}. */
  private static @Nullable ByteSlice part(MatchContext ctx, ByteSlice key) {
    Event event = ctx.event();
    if (event.code() != INFRASTRUCTURE) {
      return null;
    }
    ByteSlice description = event.text(DESCRIPTION, ctx.slice());
    if (description == null) {
      return null;
    }
    ByteSlice part = ctx.slice();
    int from = 0;
    while (from <= description.length()) {
      int semicolon = description.indexOf((byte) ';', from);
      int end = semicolon < 0 ? description.length() : semicolon;
      trim(description, from, end, part);
      int colon = part.indexOf((byte) ':', 0);
      if (startsWith(part, key) && colon >= 0) {
        return trim(part, colon + 1, valueEnd(part, colon + 1), ctx.slice());
      }
      from = end + 1;
    }
    return null;
  }

  /** A value ends at the next colon, but for a digest that is named by its algorithm. */
  private static int valueEnd(ByteSlice part, int from) {
    int colon = part.indexOf((byte) ':', from);
    if (colon < 0) {
      return part.length();
    }
    int begin = colon - DIGEST.length;
    for (int i = 0; i < DIGEST.length; i++) {
      if (begin < from || part.at(begin + i) != DIGEST[i]) {
        return colon;
      }
    }
    return part.length();
  }

  private static boolean startsWith(ByteSlice text, ByteSlice prefix) {
    if (text.length() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.at(i) != prefix.at(i)) {
        return false;
      }
    }
    return true;
  }

  private static ByteSlice trim(ByteSlice text, int from, int to, ByteSlice target) {
    int begin = from;
    int end = to;
    while (begin < end && text.at(begin) <= ' ') {
      begin++;
    }
    while (end > begin && text.at(end - 1) <= ' ') {
      end--;
    }
    return target.wrap(text.array(), text.offset() + begin, end - begin);
  }
}
