package io.falcoj.runtime.engine;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.scap.ScapSource;
import io.falcoj.runtime.state.limits.StateFigures;
import java.util.Map;
import java.util.function.LongFunction;

/** A program of its own, for a heap of its own: judges forged events and prints what came of it. */
final class ForgedRun {
  private static final Map<String, LongFunction<EventSource>> SOURCES =
      Map.of(
          "clones", ForgedSource::clones,
          "changing", ForgedSource::threadsOfChangingProcesses,
          "longClones", ForgedSource::longClones,
          "longPrograms", ForgedSource::longPrograms,
          "files", ForgedSource::files,
          "inherited", ForgedSource::inheritedFiles,
          "containers", ForgedSource::containers,
          "users", ForgedSource::users,
          "enters", count -> ScapSource.of("forged", new ForgedEnters(count)));

  private ForgedRun() {}

  /** Arguments: what is forged, and how many of it. */
  public static void main(String[] args) throws Exception {
    Engine engine = Engine.builder().build();
    try (EventSource source = SOURCES.get(args[0]).apply(Long.parseLong(args[1]))) {
      engine.run(source);
      StateFigures state = engine.state();
      System.out.println("events=" + engine.counters().events());
      System.out.println("threads=" + state.threads());
      System.out.println("threadsRefused=" + state.threadsRefused());
      System.out.println("processesForgotten=" + state.processesForgotten());
      System.out.println("fds=" + state.fds());
      System.out.println("fdsRefused=" + state.fdsRefused());
      System.out.println("textsCut=" + state.textsCut());
      System.out.println("containers=" + state.containers());
      System.out.println("containersRefused=" + state.containersRefused());
      System.out.println("users=" + state.users());
      System.out.println("usersRefused=" + state.usersRefused());
      System.out.println("bytes=" + state.bytes());
      System.out.println("limit=" + Runtime.getRuntime().maxMemory() / 2);
      System.out.println("forgotten=" + (source instanceof ScapSource s ? s.forgottenEnters() : 0));
    }
  }
}
