package io.falcoj.compiler.yaml.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.conformance.Corpus;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.syntax.ExceptionShape;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.runtime.schema.FieldCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema and the loader say the same of real rule files. */
class SchemaCorpusTest {
  /** What Falco only warns of and an editor should underline. */
  private static final Set<DiagnosticCode> SHAPE =
      Set.of(
          DiagnosticCode.UNKNOWN_KEY,
          DiagnosticCode.UNKNOWN_ITEM,
          DiagnosticCode.INVALID_LIST_NAME,
          DiagnosticCode.INVALID_MACRO_NAME);

  private final RuleFileSchema schema = new RuleFileSchema();
  private final List<String> wrong = new ArrayList<>();
  private int accepted;
  private int refused;

  @Test
  void refusesWhatTheLoaderFindsWrongAndNothingElse() throws IOException {
    Path corpus = Corpus.root();
    for (Path path : Corpus.files(corpus, ".yaml")) {
      judge(SourceFile.decode(corpus.relativize(path).toString(), Files.readAllBytes(path)));
    }
    System.out.println("schema: " + accepted + " rule files accepted, " + refused + " refused");
    assertThat(wrong).isEmpty();
    assertThat(accepted).isGreaterThan(200);
  }

  private void judge(SourceFile file) {
    if (CoreSchema.documents(file).isEmpty()) {
      return;
    }
    Diagnostics diags = new Diagnostics();
    RuleFile read = RuleFileReader.read(file, diags);
    boolean misshapen =
        read.faulty() || diags.reported().stream().anyMatch(SchemaCorpusTest::shape);
    RuleCatalog catalog =
        RuleCollector.collect(
            List.of(read),
            CompilerOptions.defaults().sources(),
            new ExceptionShape(FieldCatalog.standard()),
            diags);
    ConditionReader.read(catalog, rule -> false, diags);
    List<String> errors = schema.errors(file);
    if (misshapen == errors.isEmpty() && (misshapen || !diags.hasErrors())) {
      wrong.add(file.name() + ": " + errors + " " + messages(diags));
    }
    if (errors.isEmpty()) {
      accepted++;
    } else {
      refused++;
    }
  }

  private static boolean shape(Diagnostic found) {
    return found.severity() == Severity.ERROR || SHAPE.contains(found.code());
  }

  private static List<String> messages(Diagnostics diags) {
    return diags.reported().stream().map(Diagnostic::message).toList();
  }
}
