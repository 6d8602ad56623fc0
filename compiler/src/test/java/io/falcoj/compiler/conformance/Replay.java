package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.StreamSink;
import io.falcoj.runtime.source.EventSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Replays captures through compiled rules with the options that the golden alerts were made with.
 */
final class Replay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Bundle bundle;
  private final Set<String> rulesOfOldForm = new HashSet<>();

  private Replay(Bundle bundle, CompilationResult result) {
    this.bundle = bundle;
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.code() == DiagnosticCode.LEGACY_FORM) {
        diagnostic.context().stream()
            .filter(place -> place.itemType().equals("rule"))
            .forEach(place -> rulesOfOldForm.add(place.itemName()));
      }
    }
  }

  /** Rules with a form that means what it meant to the engine that their file asks for. */
  Set<String> rulesOfOldForm() {
    return rulesOfOldForm;
  }

  /** Compiles the files; an error in them fails the test with its text. */
  static Replay compile(List<Path> files) throws Exception {
    CompilationResult result =
        RuleCompiler.compile(RuleFiles.read(files), CompilerOptions.defaults());
    if (!result.successful()) {
      throw new AssertionError(
          result.errors().stream().map(Diagnostic::toString).limit(5).toList().toString());
    }
    byte[] jar = Objects.requireNonNull(result.bundle());
    return new Replay(BundleLoader.load(jar, "test"), result);
  }

  /**
   * The alerts of a capture as JSON.
   *
   * @param all rule matching
   * @param everyRule whether disabled rules run too
   */
  List<JsonNode> run(Path capture, boolean all, boolean everyRule) throws Exception {
    List<RuleSelection> selections =
        everyRule ? List.of(new RuleSelection(true, "*", "")) : List.of();
    return run(capture, new MatchOptions(all, "Debug", selections));
  }

  /** The alerts of a capture as JSON. */
  List<JsonNode> run(Path capture, MatchOptions matching) throws Exception {
    OutputOptions output = goldenOutput();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Engine engine =
        Engine.builder()
            .bundle(bundle)
            .matching(matching)
            .output(output)
            .sink(new StreamSink(lines, AlertFormat.of(output), true))
            .build();
    try (EventSource source = ReplaySources.open(capture)) {
      engine.run(source);
    }
    List<JsonNode> alerts = new ArrayList<>();
    for (String line : lines.toString(StandardCharsets.UTF_8).split("\n")) {
      if (!line.isEmpty()) {
        alerts.add(JSON.readTree(line));
      }
    }
    return alerts;
  }

  private static OutputOptions goldenOutput() {
    AppendOutput extra =
        new AppendOutput("", "", Set.of(), "", List.of("evt.num", "evt.type"), Map.of(), false);
    return new OutputOptions(true, true, true, true, false, true, false, "golden", List.of(extra));
  }
}
