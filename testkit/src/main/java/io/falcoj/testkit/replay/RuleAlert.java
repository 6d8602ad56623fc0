package io.falcoj.testkit.replay;

/**
 * What a rule said about an event.
 *
 * @param event number of the event
 * @param timestamp nanoseconds since the epoch
 * @param message the rule's output, without time and priority
 */
public record RuleAlert(long event, long timestamp, String message) {}
