package io.falcoj.testkit.replay;

import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.explain.EventSearch;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.render.ExplanationJson;
import io.falcoj.compiler.explain.render.ExplanationText;
import io.falcoj.compiler.explain.render.SearchText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matches events, or does not.
 *
 * @param found what was found among all events; null where one event was asked for
 * @param explained the event that was asked for; null where none was
 * @param damage why the events end early, for the user: what stands behind was not looked at; null
 *     when they do not
 */
public record RuleAnswer(
    EventSearch.@Nullable Found found, @Nullable Explanation explained, @Nullable String damage) {
  /** For people. */
  public String text() {
    return DeepStack.call(
        () ->
            found != null
                ? SearchText.render(found)
                : ExplanationText.render(Objects.requireNonNull(explained)));
  }

  /** For programs: an object as {@code docs/explain.md} describes it, and a line end. */
  public String json() {
    String object =
        DeepStack.call(
            () ->
                found != null
                    ? ExplanationJson.render(found)
                    : ExplanationJson.render(Objects.requireNonNull(explained)));
    return object + "\n";
  }
}
