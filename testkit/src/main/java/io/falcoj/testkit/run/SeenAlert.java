package io.falcoj.testkit.run;

/**
 * An alert that came while a case ran.
 *
 * @param event number of the event
 * @param timestamp time of the event, nanoseconds since the epoch
 * @param message the rule's output
 */
public record SeenAlert(String rule, String priority, long event, long timestamp, String message) {}
