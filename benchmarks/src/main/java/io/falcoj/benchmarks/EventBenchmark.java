package io.falcoj.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one event up to a stage, events taken round and round from a capture in memory. The
 * capture and the rules are those of the properties {@code falcoj.capture} and {@code falcoj.rules}
 * (paths joined by colons).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class EventBenchmark {
  @Param({"DECODE", "STATE", "MATCH"})
  Stage stage;

  private Recording recording;
  private StageLane lane;
  private int next;

  /** Reads the capture and compiles the rules. */
  @Setup
  public void read() throws Exception {
    recording = Recording.read(Path.of(System.getProperty("falcoj.capture")));
    List<Path> rules =
        Stream.of(System.getProperty("falcoj.rules").split(":")).map(Path::of).toList();
    lane = new StageLane(stage, Rules.compile(rules));
    recording.begin(lane);
  }

  /** One event; the first of a round brings the snapshot with it. */
  @Benchmark
  public void event() {
    if (next == recording.size()) {
      next = 0;
      recording.begin(lane);
    }
    recording.deliver(next++, lane);
  }
}
