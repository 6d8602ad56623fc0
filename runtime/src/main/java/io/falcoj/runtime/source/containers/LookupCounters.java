package io.falcoj.runtime.source.containers;

/**
 * What became of the questions about containers: requested = answered + failed + late + waiting.
 *
 * @param requested questions that were put to the runtime, repeated ones too
 * @param answered descriptions that came
 * @param failed questions without an answer
 * @param late questions about containers that were gone when the runtime was done with them
 * @param dropped questions that were not put because too many waited
 * @param waiting questions that wait for an answer
 */
public record LookupCounters(
    long requested, long answered, long failed, long late, long dropped, long waiting) {}
