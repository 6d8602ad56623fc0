package io.falcoj.testkit.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step that is being described; parameters have the names of the event table. */
public final class EventBuilder {
  private final long tid;
  private final String event;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private Duration pause = Step.PAUSE;

  EventBuilder(long tid, String event) {
    this.tid = tid;
    this.event = event;
  }

  public EventBuilder with(String param, Value value) {
    values.put(param, value);
    return this;
  }

  public EventBuilder with(String param, long number) {
    return with(param, Value.of(number));
  }

  public EventBuilder with(String param, String text) {
    return with(param, Value.of(text));
  }

  public EventBuilder with(String param, List<String> items) {
    return with(param, Value.of(items));
  }

  /** Flags or other named values, as the event table names them. */
  public EventBuilder flags(String... names) {
    return with("flags", List.of(names));
  }

  /** What the call returned. */
  public EventBuilder returns(long result) {
    return with(Step.RESULT, result);
  }

  /**
   * What the call failed with.
   *
   * @param error e.g. {@code EACCES}
   */
  public EventBuilder returns(String error) {
    return with(Step.RESULT, error);
  }

  /** Time since the step before. */
  public EventBuilder after(Duration newPause) {
    this.pause = newPause;
    return this;
  }

  /** Device number of the terminal that a program is started with; 34816 is {@code /dev/pts/0}. */
  public EventBuilder tty(long device) {
    return with("tty", device);
  }

  /** The program is started inside this container. */
  public EventBuilder in(Container container) {
    return with("cgroups", container.cgroups());
  }

  /** The program is started with these ids of user and group. */
  public EventBuilder as(User user) {
    return with("uid", user.uid()).with("gid", user.gid());
  }

  Step build() {
    return new Step(tid, event, values, pause);
  }
}
