package io.falcoj.benchmarks;

import io.falcoj.benchmarks.audit.AuditBenchmark;
import io.falcoj.benchmarks.cases.CasesBenchmark;
import io.falcoj.benchmarks.twin.TwinBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The door to the benchmarks: {@code passes CAPTURE RULES PASSES}, {@code rules CAPTURE - PASSES},
 * {@code twin CAPTURE - PASSES}, {@code audit DIRECTORY RULES PASSES}, {@code compile - RULES
 * TIMES}, {@code cases DIRECTORY RULES COUNT}; everything else goes to JMH.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs what the arguments say. */
  public static void main(String[] args) throws Exception {
    String which = args.length == 4 ? args[0] : "";
    switch (which) {
      case "passes" ->
          new PassesBenchmark(Path.of(args[1]), rules(args), passes(args)).run(System.out);
      case "audit" ->
          new AuditBenchmark(Path.of(args[1]), rules(args), passes(args)).run(System.out);
      case "cases" ->
          new CasesBenchmark(Path.of(args[1]), rules(args), passes(args)).run(System.out);
      case "compile" -> new CompileBenchmark(rules(args), passes(args)).run(System.out);
      case "rules" -> new ManyRulesBenchmark(Path.of(args[1]), passes(args)).run(System.out);
      case "twin" -> new TwinBenchmark(Path.of(args[1]), passes(args)).run(System.out);
      default -> org.openjdk.jmh.Main.main(args);
    }
  }

  private static List<Path> rules(String[] args) {
    return Stream.of(args[2].split(":")).map(Path::of).toList();
  }

  private static int passes(String[] args) {
    return Integer.parseInt(args[3]);
  }
}
