package io.falcoj.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The door to the benchmarks: {@code passes CAPTURE RULES PASSES}, everything else goes to JMH. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs what the arguments say. */
  public static void main(String[] args) throws Exception {
    if (args.length == 4 && args[0].equals("passes")) {
      List<Path> rules = Stream.of(args[2].split(":")).map(Path::of).toList();
      new PassesBenchmark(Path.of(args[1]), rules, Integer.parseInt(args[3])).run(System.out);
    } else {
      org.openjdk.jmh.Main.main(args);
    }
  }
}
