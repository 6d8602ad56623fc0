package io.falcoj.runtime.abi;

import java.util.List;

/**
 * What a bundle says about one rule.
 *
 * @param index number of the rule in the bundle, over all its sources, in order of evaluation; what
 *     {@link MatchSink#matched} is given
 * @param priority spelled as alerts show it, e.g. {@code Warning}
 * @param source event source, e.g. {@code syscall}
 * @param tags sorted
 * @param output template text as the rule has it
 * @param eventTypes names of the event types that the rule can match, sorted; empty when it can
 *     match any
 * @param fields names of the fields that condition and output use, sorted
 * @param file name of the rule file
 * @param line line of the rule's name, from 1
 * @param captureMillis how long to record when the rule matches; 0 for the configured default
 */
public record RuleInfo(
    int index,
    String name,
    String description,
    String priority,
    String source,
    List<String> tags,
    String output,
    List<String> eventTypes,
    List<String> fields,
    String file,
    int line,
    boolean enabled,
    boolean capture,
    long captureMillis) {
  public RuleInfo {
    tags = List.copyOf(tags);
    eventTypes = List.copyOf(eventTypes);
    fields = List.copyOf(fields);
  }
}
