package io.falcoj.compiler.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.conformance.Corpus;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.StreamSink;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the filters drop can be missed by nobody: every recording gives the same alerts. */
class FilteredReplayTest {
  private static final String UPSTREAM = "corpora/falcosecurity-rules/HEAD/";

  @TestFactory
  Stream<DynamicTest> alertsAreTheSame() throws Exception {
    Path corpus = Corpus.root();
    List<Path> captures =
        Stream.concat(
                Corpus.files(corpus.resolve("captures"), ".scap").stream(),
                Corpus.files(corpus.resolve("captures/own"), ".scap.gz").stream())
            .filter(path -> !path.toString().contains("/derived/"))
            .toList();
    return ruleSets(corpus).entrySet().stream()
        .map(
            set ->
                DynamicTest.dynamicTest(
                    set.getKey(), () -> compare(bundle(set.getValue()), captures)));
  }

  /** With upstream's default rules; four of five opens need not be sent. */
  @Test
  void mostOpensAndSomeConnectsOfTheBenchmarkAreDropped() throws Exception {
    Path corpus = Corpus.root();
    Path capture = corpus.resolve("captures/bench/workstation.scap.gz");
    Bundle bundle = bundle(Objects.requireNonNull(ruleSets(corpus).get("default")));
    try (FilteredSource source =
        new FilteredSource(ReplaySources.open(capture), bundle.pushdown())) {
      while (source.poll(event -> {}) != EventSource.END) {}
      int openat = EventTable.standard().byId("SYSCALL_OPENAT_2_X").code();
      int connect = EventTable.standard().byId("SOCKET_CONNECT_X").code();
      System.out.printf(
          "openat: %d seen, %d sent; connect: %d seen, %d sent%n",
          source.seen(openat), source.sent(openat), source.seen(connect), source.sent(connect));
      assertThat(source.sent(openat) * 5).isLessThan(source.seen(openat));
      assertThat(source.sent(connect)).isLessThan(source.seen(connect));
    }
  }

  private static Map<String, List<Path>> ruleSets(Path corpus) {
    Path stable = corpus.resolve(UPSTREAM + "falco_rules.yaml");
    Path incubating = corpus.resolve(UPSTREAM + "falco-incubating_rules.yaml");
    Path sandbox = corpus.resolve(UPSTREAM + "falco-sandbox_rules.yaml");
    return Map.of(
        "ours", Corpus.files(Path.of("../rules/src/main/falco/syscall"), ".yaml"),
        "default", List.of(stable),
        "incubating", List.of(stable, incubating),
        "sandbox", List.of(stable, incubating, sandbox));
  }

  private static Bundle bundle(List<Path> files) throws Exception {
    CompilationResult result =
        RuleCompiler.compile(RuleFiles.read(files), CompilerOptions.defaults());
    return BundleLoader.load(Objects.requireNonNull(result.bundle()), "test");
  }

  private static void compare(Bundle bundle, List<Path> captures) throws Exception {
    long dropped = 0;
    for (Path capture : captures) {
      String all = alerts(bundle, ReplaySources.open(capture));
      FilteredSource filtered = new FilteredSource(ReplaySources.open(capture), bundle.pushdown());
      assertThat(alerts(bundle, filtered)).as(capture.toString()).isEqualTo(all);
      dropped += filtered.dropped();
    }
    System.out.println(dropped + " events dropped of " + captures.size() + " recordings");
    assertThat(bundle.pushdown()).isNotEqualTo(PushdownPlan.NONE);
  }

  private static String alerts(Bundle bundle, EventSource source) throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Engine engine =
        Engine.builder()
            .bundle(bundle)
            .matching(new MatchOptions(true, "Debug", List.of()))
            .output(OutputOptions.standard("host"))
            .sink(new StreamSink(lines, AlertFormat.of(OutputOptions.standard("host")), true))
            .build();
    try (source) {
      engine.run(source);
    } catch (SourceException e) {
      // Some recordings end in the midst of an event: what came before counts.
    }
    return lines.toString(StandardCharsets.UTF_8);
  }
}
