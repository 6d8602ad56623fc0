package io.falcoj.runtime.engine;

/**
 * What an engine did and what it could not do.
 *
 * @param events events that sources delivered, and what stood in their place and was refused
 * @param judged events that rules looked at
 * @param refused what could not be read as an event. Of an audit source, {@code events} is the sum
 *     of {@code judged} and {@code refused}
 * @param unwritten alerts that a sink could not take
 * @param readAgain audit events that were read a second time, since something was looked at that no
 *     loaded rule or output names
 */
public record EngineCounters(
    long events, long judged, long refused, long unwritten, long readAgain) {}
