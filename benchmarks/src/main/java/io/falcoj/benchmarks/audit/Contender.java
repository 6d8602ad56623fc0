package io.falcoj.benchmarks.audit;

/** Something that does its work on all events. */
interface Contender {
  /** As the table calls it. */
  String name();

  /** Works on every event once; returns a number that depends on all of them. */
  long pass() throws Exception;
}
