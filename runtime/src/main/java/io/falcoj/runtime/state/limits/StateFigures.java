package io.falcoj.runtime.state.limits;

/**
 * What the state holds and what found no room in it.
 *
 * @param threads known threads
 * @param fds known descriptors of all threads
 * @param users known users and groups
 * @param containers known containers, without the host
 * @param bytes memory that all of these take, estimated from above
 * @param threadsRefused threads that found no room
 * @param fdsRefused descriptors that found no room in the table of their process
 * @param textsCut threads and descriptors whose texts were cut because memory was short
 * @param addressesRefused addresses of the machine that found no room
 * @param usersRefused users and groups that found no room
 * @param containersRefused containers that found no room
 * @param processesForgotten processes without threads that had to make room
 * @param threadsPurged threads of a live machine that were forgotten because their end had been
 *     missed
 * @param unknownContainers how often a condition or an output looked at a container of which only
 *     the id is known
 * @param badContainerEvents container events whose text could not be read
 */
public record StateFigures(
    long threads,
    long fds,
    long users,
    long containers,
    long bytes,
    long threadsRefused,
    long fdsRefused,
    long textsCut,
    long addressesRefused,
    long usersRefused,
    long containersRefused,
    long processesForgotten,
    long threadsPurged,
    long unknownContainers,
    long badContainerEvents) {
  /** Of a state that holds nothing. */
  public static final StateFigures NONE =
      new StateFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Of both states. */
  public StateFigures plus(StateFigures other) {
    return new StateFigures(
        threads + other.threads,
        fds + other.fds,
        users + other.users,
        containers + other.containers,
        bytes + other.bytes,
        threadsRefused + other.threadsRefused,
        fdsRefused + other.fdsRefused,
        textsCut + other.textsCut,
        addressesRefused + other.addressesRefused,
        usersRefused + other.usersRefused,
        containersRefused + other.containersRefused,
        processesForgotten + other.processesForgotten,
        threadsPurged + other.threadsPurged,
        unknownContainers + other.unknownContainers,
        badContainerEvents + other.badContainerEvents);
  }

  /** What was left out, whatever its kind. */
  public long leftOut() {
    return threadsRefused
        + fdsRefused
        + textsCut
        + addressesRefused
        + usersRefused
        + containersRefused
        + badContainerEvents;
  }
}
