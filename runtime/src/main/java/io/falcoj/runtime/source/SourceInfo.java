package io.falcoj.runtime.source;

/**
 * What a source is.
 *
 * @param eventSource name that rules use, see {@code EventSources}
 * @param name for people: a file name, an address
 * @param live false when it replays a recording: event times are then the only clock
 * @param filtered true when it leaves out events that the rules do not need, so that descriptors
 *     may stand for what was never seen
 */
public record SourceInfo(String eventSource, String name, boolean live, boolean filtered) {
  /** A source that leaves nothing out. */
  public SourceInfo(String eventSource, String name, boolean live) {
    this(eventSource, name, live, false);
  }

  /** The same, leaving out what the rules do not need. */
  public SourceInfo leavingOut() {
    return new SourceInfo(eventSource, name, live, true);
  }
}
