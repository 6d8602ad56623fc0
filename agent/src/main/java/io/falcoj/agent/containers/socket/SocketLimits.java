package io.falcoj.agent.containers.socket;

import java.time.Duration;

/**
 * How long, and for how much, is waited.
 *
 * @param timeout from the question to the end of its answer
 * @param answerBytes longest answer that is read
 */
public record SocketLimits(Duration timeout, int answerBytes) {
  /** Five seconds are what upstream's client of CRI waits. */
  public static final SocketLimits STANDARD = new SocketLimits(Duration.ofSeconds(5), 4 << 20);
}
