package io.falcoj.testkit.yaml;

import io.falcoj.runtime.schema.names.EditDistance;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would have been right. */
public final class Known {
  /** Names that are listed. */
  private static final int MOST = 40;

  private Known() {}

  /** The name that was probably meant, and all known ones. */
  public static String hint(String name, Collection<String> known) {
    String near = EditDistance.nearest(name, known);
    String all = known.isEmpty() ? "there are none" : "known are " + list(known);
    return near == null
        ? all
        : EditDistance.didYouMean(near)
            + " "
            + Character.toUpperCase(all.charAt(0))
            + all.substring(1);
  }

  private static String list(Collection<String> known) {
    List<String> shown = known.stream().limit(MOST).toList();
    int more = known.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Asks for the name that was probably meant; null when none is near. */
  public static @Nullable String nearest(String name, Collection<String> known) {
    String near = EditDistance.nearest(name, known);
    return near == null ? null : EditDistance.didYouMean(near);
  }

  /** The name that was probably meant, within a sentence; empty when none is near. */
  public static String didYouMean(String name, Collection<String> known) {
    String near = EditDistance.nearest(name, known);
    return near == null ? "" : " (did you mean '" + near + "'?)";
  }
}
