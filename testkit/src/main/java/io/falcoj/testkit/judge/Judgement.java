package io.falcoj.testkit.judge;

import io.falcoj.runtime.source.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the events of a case.
 *
 * @param differences in the order of expectations, then rules that none names in that of their
 *     first alerts
 * @param hits the first alerts, and the first one of each rule
 * @param count all alerts
 * @param refused events that could not be judged
 * @param warnings the first things that could not be read and were left out
 * @param failure what ended the events too soon, or null
 */
public record Judgement(
    List<Difference> differences,
    List<Hit> hits,
    long count,
    EventTimes times,
    long refused,
    List<String> warnings,
    @Nullable SourceException failure) {
  public Judgement {
    differences = List.copyOf(differences);
    hits = List.copyOf(hits);
    warnings = List.copyOf(warnings);
  }
}
