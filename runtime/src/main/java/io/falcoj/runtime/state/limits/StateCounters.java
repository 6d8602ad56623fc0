package io.falcoj.runtime.state.limits;

/** What the state had to leave out. */
public final class StateCounters {
  /** Threads that found no room. */
  public long threadsRefused;

  /** Descriptors that found no room in the table of their process. */
  public long fdsRefused;

  /** Threads and descriptors whose texts were cut because memory was short. */
  public long textsCut;

  /** Addresses of the machine that found no room. */
  public long addressesRefused;

  /** Users and groups that found no room. */
  public long usersRefused;

  /** Processes of which no thread was left and which had to make room. */
  public long processesForgotten;

  /** Threads of a live machine that were forgotten because their end had been missed. */
  public long threadsPurged;

  /** How often a condition or an output looked at a container of which only the id is known. */
  public long unknownContainers;

  /** Container events whose text could not be read. */
  public long badContainerEvents;
}
