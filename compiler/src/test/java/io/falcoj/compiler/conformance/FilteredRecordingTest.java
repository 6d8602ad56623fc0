package io.falcoj.compiler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.scap.ScapWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A recording of chosen events shows of them what the whole capture shows. */
@Tag("corpus")
class FilteredRecordingTest {
  private static final String OUTPUT =
      "%evt.rawtime %evt.type %evt.args %thread.tid %proc.name %proc.cmdline %proc.exepath"
          + " %proc.cwd %proc.pname %proc.aname[2] %proc.aname[3] %proc.sname %proc.env %proc.tty"
          + " %proc.vmsize %user.name %user.loginname %group.name %fd.name %fd.type %fd.sip"
          + " %fd.cport %fd.is_server %fs.path.name %container.id %container.name"
          + " %container.image.repository %k8s.pod.name %thread.cap_effective %proc.fdopencount";

  private static final List<String> CONDITIONS =
      List.of(
          "evt.type = connect",
          "evt.type in (read, write) and fd.typechar in (4, 6)",
          "evt.type in (execve, execveat) and proc.name startswith s",
          "evt.type in (open, openat) and evt.is_open_write = true",
          "evt.type in (container, asyncevent)",
          "proc.name exists and evt.type = close");

  /** These count the events themselves. */
  private static final Set<String> COUNTING = Set.of("evt.num");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> showsTheSame() {
    Path captures = Corpus.root().resolve("captures");
    return Stream.of(
            "falco_open-multiple-files.scap",
            "sysflow_mpm-event_full_capture.scap",
            "inspect_capture-samples_502Error.scap",
            "libs_resources_sample.scap",
            "own/a06_reverse_shell.scap.gz",
            "own/a08_unix_sockets.scap.gz",
            "own/a10_container_docker.scap.gz",
            "own/a11_lineage_long_args.scap.gz")
        .flatMap(
            name ->
                CONDITIONS.stream()
                    .map(
                        condition ->
                            DynamicTest.dynamicTest(
                                name + ": " + condition,
                                () -> compare(captures.resolve(name), condition))));
  }

  private void compare(Path capture, String condition) throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), rule(condition));
    Path recorded = folder.resolve("recorded.scap");
    record(capture, recorded, condition);
    Replay replay = Replay.compile(List.of(rules));
    List<JsonNode> original = withoutCounts(replay.run(capture, false, false));
    assertThat(withoutCounts(replay.run(recorded, false, false))).isEqualTo(original);
  }

  private static String rule(String condition) {
    return "- {rule: chosen, desc: d, condition: '%s', output: '%s', priority: DEBUG}%n"
        .formatted(condition, OUTPUT);
  }

  private static void record(Path capture, Path to, String condition) throws Exception {
    CompilationResult filter =
        RuleCompiler.compile(
            List.of(new SourceFile("filter", rule(condition))), CompilerOptions.defaults());
    Bundle bundle = BundleLoader.load(Objects.requireNonNull(filter.bundle()), "filter");
    try (EventSource source = ReplaySources.open(capture);
        ScapWriter writer = ScapWriter.create(to)) {
      Engine.builder().record(writer, bundle).build().run(source);
    }
  }

  private static List<JsonNode> withoutCounts(List<JsonNode> alerts) {
    alerts.forEach(alert -> ((ObjectNode) alert.get("output_fields")).remove(COUNTING));
    return alerts;
  }
}
