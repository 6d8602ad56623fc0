package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a rule that are added to or put in place of those of an earlier definition; null parts
 * stay as they are.
 *
 * @param replace false: added
 * @param source empty when not said
 */
public record RuleUpdate(
    String name,
    boolean replace,
    String source,
    @Nullable ScalarText condition,
    @Nullable ScalarText output,
    @Nullable ScalarText description,
    @Nullable Set<String> tags,
    @Nullable List<ExceptionDecl> exceptions,
    Settings settings,
    SourceSpan span,
    List<Location> context)
    implements Declaration {
  /** What can only be replaced. */
  public record Settings(
      @Nullable String priority,
      @Nullable Boolean enabled,
      @Nullable Boolean warnEvttypes,
      @Nullable Boolean skipIfUnknownFilter,
      @Nullable Boolean capture,
      @Nullable Long captureDurationMillis) {
    /** Nothing is replaced. */
    public static final Settings NONE = new Settings(null, null, null, null, null, null);

    boolean isEmpty() {
      return equals(NONE);
    }
  }

  /** Whether the item says nothing that could change a rule. */
  public boolean isEmpty() {
    return condition == null
        && output == null
        && description == null
        && tags == null
        && exceptions == null
        && settings.isEmpty();
  }
}
