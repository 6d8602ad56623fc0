package io.falcoj.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.RuleVariants;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.RuleRepository;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.mutation.MutantResult.Status;
import io.falcoj.testkit.mutation.mutator.Mutators;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.SourceEdit;
import io.falcoj.testkit.mutation.source.Targets;
import io.falcoj.testkit.run.RunListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mutant, written to the rule files, compiled and run, comes out as the tester says. */
class MutantsAreWhatTheySayTest {
  @TempDir private Path folder;
  private RuleRepository repository;
  private MutationReport report;
  private List<Mutant> mutants;

  @BeforeEach
  void mutate() throws Exception {
    repository =
        new RuleRepository(folder)
            .rules("1-rules.yaml", resource("rules.yaml"))
            .rules("2-site.yaml", resource("site.yaml"))
            .tests("a.test.yaml", resource("cases.test.yaml"));
    CoverageRecorder recorder = new CoverageRecorder(List.of(repository.rules()));
    assertThat(repository.run("a.test.yaml", recorder).cases())
        .allSatisfy(result -> assertThat(result.problems()).isEmpty());
    report = new MutationTester(MutationOptions.standard()).run(recorder.data(), name -> name);
    RuleVariants variants =
        RuleVariants.of(RuleFiles.read(List.of(repository.rules())), CompilerOptions.defaults());
    mutants = Mutators.standard().mutate(Targets.of(variants, rule -> true));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MutantsAreWhatTheySayTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyKindOfChangeIsMade() {
    assertThat(report.mutators().keySet())
        .containsExactlyInAnyOrderElementsOf(Mutators.standard().names());
    assertThat(report.mutants().size()).isGreaterThan(90);
  }

  @Test
  void compiledTheyComeOutAsInterpreted() throws Exception {
    Map<List<Object>, MutantResult> results = new HashMap<>();
    report.mutants().forEach(r -> results.put(List.of(r.diff(), r.mutator(), r.column()), r));
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      Mutant mutant = mutants.get(i);
      if (mutant.declaration().equals("macro site_says")
          || i % 8 != 0 && !mutant.declaration().matches("(list|exception) .*")) {
        continue;
      }
      Map<SourceFile, List<SourceEdit>> edits = new HashMap<>();
      mutant
          .edits()
          .forEach(e -> edits.computeIfAbsent(e.place().file(), f -> new ArrayList<>()).add(e));
      for (Map.Entry<SourceFile, List<SourceEdit>> edit : edits.entrySet()) {
        String text = SourceEdit.apply(edit.getKey().text(), edit.getValue());
        Files.writeString(Path.of(edit.getKey().name()), text);
      }
      MutantResult result =
          results.get(List.of(mutant.diff(name -> name), mutant.mutator(), mutant.column()));
      String expected =
          result == null ? "no rule file" : result.status() == Status.KILLED ? "fails" : "passes";
      String compiled = compiled();
      if (!compiled.equals(expected)) {
        wrong.add(
            expected
                + " but compiled "
                + compiled
                + ": "
                + mutant
                + " "
                + mutant.diff(name -> name));
      }
      for (SourceFile file : edits.keySet()) {
        Files.writeString(Path.of(file.name()), file.text());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String compiled() throws Exception {
    CompilationResult result =
        RuleCompiler.compile(
            RuleFiles.read(List.of(repository.rules())), CompilerOptions.defaults());
    if (!result.successful()) {
      return "no rule file";
    }
    return repository.run("a.test.yaml", new RunListener() {}).passed() ? "passes" : "fails";
  }

  @Test
  void theSameRulesGiveTheSameReport() throws Exception {
    CoverageRecorder again = new CoverageRecorder(List.of(repository.rules()));
    repository.run("a.test.yaml", again);
    MutationReport second =
        new MutationTester(MutationOptions.standard()).run(again.data(), name -> name);
    assertThat(MutationJson.render(second)).isEqualTo(MutationJson.render(report));
  }
}
