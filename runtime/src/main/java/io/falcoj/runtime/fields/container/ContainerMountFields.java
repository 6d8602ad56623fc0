package io.falcoj.runtime.fields.container;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.container.ContainerInfo.Mount;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code container.mount*}. A mount is named by its position, or by a regular expression that is
 * found somewhere in its source ({@code container.mount.source}: in its destination), as {@code
 * mount_by_source} of {@code plugins/container/src/container_info.cpp} looks it up.
 */
public final class ContainerMountFields {
  /** More keys than rules have; those behind are compiled again at each use. */
  private static final int MOST_PATTERNS = 1024;

  private static final ByteSlice TRUE = ByteSlice.of("true");
  private static final ByteSlice FALSE = ByteSlice.of("false");

  private static final Map<ByteSlice, Optional<Pattern>> PATTERNS = new ConcurrentHashMap<>();

  private ContainerMountFields() {}

  public static @Nullable ByteSlice mounts(MatchContext ctx) {
    ContainerInfo container = ContainerFields.container(ctx);
    if (container == null) {
      return null;
    }
    TextBuilder text = ctx.text();
    for (Mount mount : container.mounts()) {
      if (text.length() > 0) {
        text.append(',');
      }
      append(mount, text);
    }
    return text.finish(ctx.slice());
  }

  public static @Nullable ByteSlice mount(MatchContext ctx, ByteSlice key) {
    Mount mount = bySource(ctx, key);
    if (mount == null) {
      return null;
    }
    TextBuilder text = ctx.text();
    append(mount, text);
    return text.finish(ctx.slice());
  }

  public static @Nullable ByteSlice mountSource(MatchContext ctx, ByteSlice key) {
    Mount mount = find(ctx, key, true);
    return mount == null ? null : mount.source();
  }

  public static @Nullable ByteSlice mountDest(MatchContext ctx, ByteSlice key) {
    Mount mount = bySource(ctx, key);
    return mount == null ? null : mount.destination();
  }

  public static @Nullable ByteSlice mountMode(MatchContext ctx, ByteSlice key) {
    Mount mount = bySource(ctx, key);
    return mount == null ? null : mount.mode();
  }

  public static @Nullable ByteSlice mountRdwr(MatchContext ctx, ByteSlice key) {
    Mount mount = bySource(ctx, key);
    return mount == null ? null : bool(mount.rw());
  }

  public static @Nullable ByteSlice mountPropagation(MatchContext ctx, ByteSlice key) {
    Mount mount = bySource(ctx, key);
    return mount == null ? null : mount.propagation();
  }

  private static void append(Mount mount, TextBuilder text) {
    text.append(mount.source())
        .append(':')
        .append(mount.destination())
        .append(':')
        .append(mount.mode())
        .append(':')
        .append(bool(mount.rw()))
        .append(':')
        .append(mount.propagation());
  }

  private static ByteSlice bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  private static @Nullable Mount bySource(MatchContext ctx, ByteSlice key) {
    return find(ctx, key, false);
  }

  private static @Nullable Mount find(MatchContext ctx, ByteSlice key, boolean byDestination) {
    ContainerInfo container = ContainerFields.container(ctx);
    if (container == null || container.mounts().isEmpty()) {
      return null;
    }
    if (isIndex(key)) {
      int index = index(key);
      return index < container.mounts().size() ? container.mounts().get(index) : null;
    }
    Pattern pattern = pattern(key);
    if (pattern == null) {
      return null;
    }
    for (Mount mount : container.mounts()) {
      if (occurs(pattern, byDestination ? mount.destination() : mount.source())) {
        return mount;
      }
    }
    return null;
  }

  private static boolean isIndex(ByteSlice key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.at(i) < '0' || key.at(i) > '9') {
        return false;
      }
    }
    return key.length() == 1 || (key.length() > 1 && key.at(0) != '0');
  }

  /** Stops growing behind the positions that a list can have. */
  private static int index(ByteSlice key) {
    long index = 0;
    for (int i = 0; i < key.length() && index < Integer.MAX_VALUE; i++) {
      index = index * 10 + key.at(i) - '0';
    }
    return (int) Math.min(index, Integer.MAX_VALUE);
  }

  private static @Nullable Pattern pattern(ByteSlice key) {
    Optional<Pattern> known = PATTERNS.get(key);
    if (known == null) {
      known = compile(key.toString());
      if (PATTERNS.size() < MOST_PATTERNS) {
        PATTERNS.put(key.copy(), known);
      }
    }
    return known.orElse(null);
  }

  private static Optional<Pattern> compile(String text) {
    try {
      return Optional.of(Pattern.compile(text, Pattern.MULTILINE | Pattern.LONGEST_MATCH));
    } catch (PatternSyntaxException e) {
      // Names no mount; the plugin fails to answer in this case too.
      return Optional.empty();
    }
  }

  /** An empty match is none. */
  private static boolean occurs(Pattern pattern, ByteSlice path) {
    Matcher matcher = pattern.matcher(path.toString());
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        return true;
      }
    }
    return false;
  }
}
