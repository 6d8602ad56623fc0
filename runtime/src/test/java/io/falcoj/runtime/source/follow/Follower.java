package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows logs with a clock of its own and keeps what came. */
final class Follower implements SourceHandler, AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"auditID\":\"([^\"]*)\"");

  final List<String> ids = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  long refused;
  private final AuditFollowSource source;
  private long now = 1;

  Follower(Path state, int maxLine, FollowOptions.Log... logs) throws SourceException {
    FollowOptions options =
        FollowOptions.of(List.of(logs), state, AuditLogOptions.DEFAULT, maxLine);
    source = AuditFollowSource.open(options, () -> now);
  }

  static Follower of(Path state, Path... paths) throws SourceException {
    FollowOptions.Log[] logs = new FollowOptions.Log[paths.length];
    for (int i = 0; i < paths.length; i++) {
      logs[i] = new FollowOptions.Log(paths[i].toString(), false);
    }
    return new Follower(state, 1 << 20, logs);
  }

  /** Takes all that is there, looking at the directories before and behind it. */
  List<String> take() {
    ids.clear();
    for (int i = 0; i < 3; i++) {
      pass(300);
      while (poll() > 0) {
        source.settled();
      }
    }
    return List.copyOf(ids);
  }

  /** One poll; what it delivered is not told to be judged. */
  int poll() {
    return source.poll(this);
  }

  void settled() {
    source.settled();
  }

  void pass(long millis) {
    now += millis * 1_000_000;
  }

  /** Ends as a process does that was asked to. */
  void stop() {
    source.stop();
    while (source.poll(this) != EventSource.END) {
      source.settled();
    }
    close();
  }

  @Override
  public void event(RawEvent event) {
    String text =
        new String(event.buffer(), event.offset(), event.length(), StandardCharsets.UTF_8);
    Matcher id = ID.matcher(text);
    ids.add(id.find() ? id.group(1) : text);
  }

  @Override
  public void refused(long count, String message, long offset) {
    refused += count;
    warnings.add(message);
  }

  @Override
  public void warning(String message, long offset) {
    warnings.add(message);
  }

  @Override
  public void close() {
    source.close();
  }
}
