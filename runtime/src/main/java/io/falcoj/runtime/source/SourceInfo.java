package io.falcoj.runtime.source;

/**
 * What a source is.
 *
 * @param eventSource name that rules use, see {@code EventSources}
 * @param name for people: a file name, an address
 * @param live false when it replays a recording: event times are then the only clock
 */
public record SourceInfo(String eventSource, String name, boolean live) {}
