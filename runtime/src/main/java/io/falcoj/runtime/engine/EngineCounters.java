package io.falcoj.runtime.engine;

/**
 * What an engine did and what it could not do.
 *
 * @param events events that sources delivered
 * @param judged events that rules looked at
 * @param refused events that could not be decoded
 * @param unwritten alerts that a sink could not take
 */
public record EngineCounters(long events, long judged, long refused, long unwritten) {}
