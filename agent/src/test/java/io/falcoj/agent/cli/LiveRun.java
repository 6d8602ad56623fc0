package io.falcoj.agent.cli;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.run.Shutdown;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code falco-run} with live sources, in a thread of this process. */
final class LiveRun implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("listening for audit events at (\\S+:(\\d+)\\S*)");

  final Watched out = new Watched();
  final Watched err = new Watched();
  private final Shutdown shutdown = new Shutdown();
  private final Thread thread;
  private volatile int code = -1;

  private LiveRun(InputStream in, String... args) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            in,
            Map.of("FALCO_HOSTNAME", "testhost")::get,
            null);
    thread = new Thread(() -> code = FalcoRun.run(args, console, shutdown), "falco-run");
    thread.start();
  }

  static LiveRun of(String... args) {
    return new LiveRun(InputStream.nullInputStream(), args);
  }

  /** The address to post to. */
  String url() {
    return listening().group(1);
  }

  int port() {
    return Integer.parseInt(listening().group(2));
  }

  private Matcher listening() {
    Matcher matcher = LISTENING.matcher(err.await(text -> LISTENING.matcher(text).find()));
    matcher.find();
    return matcher;
  }

  /** Asks the run to end and waits for it. */
  int stop() {
    shutdown.request();
    return join();
  }

  /** Waits for the run to end of its own. */
  int join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return code;
  }

  @Override
  public void close() {
    stop();
  }
}
