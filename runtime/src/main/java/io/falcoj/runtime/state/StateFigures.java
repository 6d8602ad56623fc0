package io.falcoj.runtime.state;

/**
 * What the state holds and what found no room in it.
 *
 * @param threads known threads
 * @param containers known containers, without the host
 * @param threadsRefused threads that found no room
 * @param fdsRefused descriptors that found no room in the table of their process
 * @param usersRefused users and groups that found no room
 * @param containersRefused containers that found no room
 * @param processesForgotten processes without threads that had to make room
 * @param badContainerEvents container events whose text could not be read
 */
public record StateFigures(
    long threads,
    long containers,
    long threadsRefused,
    long fdsRefused,
    long usersRefused,
    long containersRefused,
    long processesForgotten,
    long badContainerEvents) {
  /** Of a state that holds nothing. */
  public static final StateFigures NONE = new StateFigures(0, 0, 0, 0, 0, 0, 0, 0);

  /** Of both states. */
  public StateFigures plus(StateFigures other) {
    return new StateFigures(
        threads + other.threads,
        containers + other.containers,
        threadsRefused + other.threadsRefused,
        fdsRefused + other.fdsRefused,
        usersRefused + other.usersRefused,
        containersRefused + other.containersRefused,
        processesForgotten + other.processesForgotten,
        badContainerEvents + other.badContainerEvents);
  }

  /** What was left out, whatever its kind. */
  public long leftOut() {
    return threadsRefused + fdsRefused + usersRefused + containersRefused + badContainerEvents;
  }
}
