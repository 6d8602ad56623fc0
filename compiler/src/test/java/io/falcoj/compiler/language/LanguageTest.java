package io.falcoj.compiler.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.Checked;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case gives what it says, in all ways of running rules. */
class LanguageTest {
  @TestFactory
  Stream<DynamicContainer> casesByFeature() {
    return CaseFiles.features().stream()
        .map(
            feature ->
                DynamicContainer.dynamicContainer(
                    feature,
                    CaseFiles.cases(feature).stream()
                        .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)))));
  }

  private static void check(LanguageCase one) throws Exception {
    List<SourceFile> sources = one.sources();
    CompilationResult result = RuleCompiler.compile(sources, CompilerOptions.defaults());
    if (one.error() != null) {
      checkError(one, result);
      return;
    }
    assertThat(result.successful()).as(one + ": " + messages(result)).isTrue();
    assertThat(warnings(result)).as(messages(result)).isEqualTo(new TreeSet<>(one.warnings()));
    Checked checked = Checked.files(sources);
    if (one.has("types")) {
      assertThat(types(checked.rule("test").eventCodes())).isEqualTo(new TreeSet<>(one.types()));
    }
    one.rule().forEach((key, value) -> assertThat(value(checked, key)).as(key).isEqualTo(value));
    if (one.has("order")) {
      assertThat(checked.rules().rules().stream().map(rule -> rule.rule().name()))
          .containsExactlyElementsOf(one.order());
    }
    if (one.has("expect")) {
      MatchContext context = context(one);
      Map<String, Set<String>> matches =
          new Engines(checked.rules(), one.source()).matches(context);
      matches.forEach(
          (way, rules) ->
              assertThat(rules).as(one + ", " + way).isEqualTo(new TreeSet<>(one.expected())));
    }
  }

  private static Object value(Checked checked, String key) {
    RuleDef rule = checked.rule("test").rule();
    return switch (key) {
      case "tags" -> List.copyOf(rule.tags());
      case "source" -> rule.source();
      case "desc" -> rule.description();
      case "output" -> rule.output().text();
      case "priority" -> rule.priority().label();
      case "enabled" -> String.valueOf(rule.enabled());
      case "capture" -> String.valueOf(rule.capture());
      case "capture_duration" -> String.valueOf(rule.captureDurationMillis());
      case "warn_evttypes" -> String.valueOf(rule.warnEvttypes());
      case "skip-if-unknown-filter" -> String.valueOf(rule.skipIfUnknownFilter());
      default -> throw new IllegalArgumentException("a rule has no " + key);
    };
  }

  private static void checkError(LanguageCase one, CompilationResult result) {
    List<Diagnostic> errors =
        result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    assertThat(errors)
        .as(one + ": " + messages(result))
        .anySatisfy(
            error -> {
              assertThat(error.code().label()).isEqualTo(one.error());
              if (one.at() != null) {
                assertThat(error.span().text()).isEqualTo(one.at());
              }
            });
  }

  private static String messages(CompilationResult result) {
    return result.diagnostics().stream()
        .map(d -> d.code().label() + ": " + d.message() + " `" + d.span().text() + "`")
        .toList()
        .toString();
  }

  /** Falco's warnings and those of a difference from it; conditions here often name no type. */
  private static Set<String> warnings(CompilationResult result) {
    Set<String> labels = new TreeSet<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      DiagnosticCode code = diagnostic.code();
      boolean counts =
          code == DiagnosticCode.DIFFERS_FROM_FALCO || code == DiagnosticCode.LEGACY_FORM;
      if (counts || !code.isOwn() && code != DiagnosticCode.NO_EVTTYPE) {
        labels.add(code.label());
      }
    }
    return labels;
  }

  private static Set<String> types(BitSet codes) {
    Set<String> names = new TreeSet<>();
    for (EventType type : EventTable.standard().all()) {
      if (codes.get(type.code())) {
        names.add(type.name());
      }
    }
    return codes.cardinality() == EventTable.standard().size() ? Set.of("all") : names;
  }

  private static MatchContext context(LanguageCase one) {
    Map<String, Object> event = one.event();
    if (!event.containsKey("audit")) {
      return CaseEvents.play(event).context();
    }
    byte[] bytes = event.get("audit").toString().getBytes(StandardCharsets.UTF_8);
    AuditEvent audit = new AuditEvent();
    boolean decoded =
        new AuditDecoder().decode(new RawEvent().wrap(bytes, 0, bytes.length, 0, 0), audit, 1);
    assertThat(decoded).as("the audit event can be read").isTrue();
    return new MatchContext(audit);
  }
}
