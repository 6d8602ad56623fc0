package io.falcoj.probe.capture;

import io.falcoj.probe.schema.EventClass;

/**
 * What became of the events of one class on one processor, or of several: seen = filtered + sent +
 * dropped.
 *
 * @param seen events that were wanted
 * @param filtered not sent, since no rule could match them
 * @param sent put into a ring
 * @param dropped not sent for want of room
 * @param cut sent with a text that was too long
 */
public record ClassCounters(
    EventClass kind, int cpu, long seen, long filtered, long sent, long dropped, long cut) {}
