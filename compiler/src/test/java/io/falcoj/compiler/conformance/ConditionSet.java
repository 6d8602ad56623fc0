package io.falcoj.compiler.conformance;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Many conditions as the rules of one bundle, all of which match independently. */
final class ConditionSet {
  private final Bundle bundle;
  private final Map<String, String> refused;
  private final Set<String> mended;

  private ConditionSet(Bundle bundle, Map<String, String> refused, Set<String> mended) {
    this.bundle = bundle;
    this.refused = refused;
    this.mended = mended;
  }

  /**
   * @param conditions by id
   */
  static ConditionSet compile(Map<String, String> conditions) throws IOException {
    StringBuilder yaml = new StringBuilder();
    Map<String, String> refused = new LinkedHashMap<>();
    Set<String> mended = new HashSet<>();
    for (Map.Entry<String, String> condition : conditions.entrySet()) {
      String rule = OneRule.text(condition.getKey(), condition.getValue());
      CompilationResult alone = compile(rule);
      if (alone.successful()) {
        yaml.append(rule);
      } else {
        refused.put(condition.getKey(), alone.errors().get(0).message());
      }
      for (Diagnostic diagnostic : alone.diagnostics()) {
        if (diagnostic.code() == DiagnosticCode.DIFFERS_FROM_FALCO) {
          mended.add(condition.getKey());
        }
      }
    }
    try {
      byte[] jar = Objects.requireNonNull(compile(yaml.toString()).bundle());
      return new ConditionSet(BundleLoader.load(jar, "conditions"), refused, mended);
    } catch (BundleException e) {
      throw new IOException(e);
    }
  }

  private static CompilationResult compile(String yaml) {
    return RuleCompiler.compile(
        List.of(new SourceFile("conditions.yaml", yaml)), CompilerOptions.defaults());
  }

  /** Conditions that do not compile, with the reason. */
  Map<String, String> refused() {
    return refused;
  }

  /** Conditions that say of themselves that Falco does otherwise. */
  Set<String> mended() {
    return mended;
  }

  /**
   * What matched in a capture.
   *
   * @param matches numbers of the matching events, by condition
   * @param relative numbers of the events whose paths are relative to a directory's descriptor
   */
  record Run(Map<String, List<Long>> matches, Set<Long> relative) {}

  /** Runs all conditions over the events of a capture up to number {@code last}. */
  Run run(Path capture, long last) throws IOException {
    try {
      MatchRecorder recorder = MatchRecorder.run(bundle, capture, last);
      Map<String, List<Long>> matches = new HashMap<>();
      recorder
          .matches()
          .forEach((rule, events) -> matches.put(bundle.rules().get(rule).name(), events));
      return new Run(matches, recorder.relative());
    } catch (SourceException e) {
      throw new IOException(capture + ": " + e, e);
    }
  }
}
