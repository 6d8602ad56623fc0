package io.falcoj.runtime.source.containers;

/**
 * What became of the questions about containers: requested = answered + failed + waiting.
 *
 * @param requested questions that were put to the runtime, repeated ones too
 * @param answered descriptions that came
 * @param failed questions without an answer
 * @param dropped questions that were not put because too many waited
 * @param waiting questions that wait for an answer
 */
public record LookupCounters(
    long requested, long answered, long failed, long dropped, long waiting) {}
