package io.falcoj.testkit.yaml;

import io.falcoj.runtime.schema.names.EditDistance;
import java.util.Collection;

/** What would have been right. */
public final class Known {
  private Known() {}

  /** What follows a complaint: the name that was probably meant, and all known ones. */
  public static String hint(String name, Collection<String> known) {
    return didYouMean(name, known) + "; known are " + String.join(", ", known);
  }

  /** The name that was probably meant; empty when none is near. */
  public static String didYouMean(String name, Collection<String> known) {
    String near = EditDistance.nearest(name, known);
    return near == null ? "" : " (did you mean '" + near + "'?)";
  }
}
