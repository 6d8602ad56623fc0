package io.falcoj.benchmarks;

/** How far an event goes. */
public enum Stage {
  READ,
  DECODE,
  STATE,
  MATCH
}
