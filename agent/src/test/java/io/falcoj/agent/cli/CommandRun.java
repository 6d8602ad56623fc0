package io.falcoj.agent.cli;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.run.Shutdown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command did: run in this process, its streams kept. */
record CommandRun(int code, String out, String err) {
  static CommandRun falcoRun(String... args) {
    return run(new byte[0], args);
  }

  static CommandRun falcoRunReading(byte[] input, String... args) {
    return run(input, args);
  }

  /** Runs from a distribution in that directory. */
  static CommandRun falcoRunIn(Path home, String... args) {
    Streams streams = new Streams();
    Console console = streams.console(new byte[0]);
    return streams.end(
        FalcoRun.run(
            args,
            new Console(console.out(), console.err(), console.in(), console.variables(), home),
            new Shutdown()));
  }

  static CommandRun falcoc(String... args) {
    return falcocReading(new byte[0], args);
  }

  /** As {@link #falcoRunIn}. */
  static CommandRun falcocIn(Path home, String... args) {
    Streams streams = new Streams();
    Console console = streams.console(new byte[0]);
    return streams.end(
        Falcoc.run(
            args,
            new Console(console.out(), console.err(), console.in(), console.variables(), home)));
  }

  static CommandRun falcocReading(byte[] input, String... args) {
    Streams streams = new Streams();
    return streams.end(Falcoc.run(args, streams.console(input)));
  }

  private static CommandRun run(byte[] input, String... args) {
    Streams streams = new Streams();
    return streams.end(FalcoRun.run(args, streams.console(input), new Shutdown()));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  private static final class Streams {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Console console(byte[] input) {
      Map<String, String> variables = Map.of("FALCO_HOSTNAME", "testhost", "LEVEL", "warning");
      return new Console(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          new ByteArrayInputStream(input),
          variables::get,
          null);
    }

    CommandRun end(int code) {
      return new CommandRun(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
