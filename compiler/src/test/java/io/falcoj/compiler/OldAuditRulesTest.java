package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditLogSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audit rules keep the meaning that they had in rule files for old engines. */
class OldAuditRulesTest {
  private static final String POD =
      "'auditID':'a','stageTimestamp':'2026-01-02T03:04:05Z','verb':'create','requestObject':"
          + "{'spec':{'containers':[{'image':'nginx:1'},{'image':'redis:7'}]}}";

  @Test
  void anAbsentValueCanBeNamed() throws Exception {
    assertThat(matches("ka.target.subresource=<NA>", POD)).isTrue();
    assertThat(matches("ka.verb=<NA>", POD)).isFalse();
    assertThat(matches("ka.verb!=<NA>", POD)).isTrue();
    assertThat(matches("ka.target.subresource!=<NA>", POD)).isFalse();
    assertThat(matches("ka.target.subresource in (<NA>, exec)", POD)).isTrue();
  }

  @Test
  void textOperatorsAskTheValuesOfAList() throws Exception {
    assertThat(matches("ka.req.pod.containers.image contains redis", POD)).isTrue();
    assertThat(matches("ka.req.pod.containers.image contains mysql", POD)).isFalse();
    assertThat(matches("ka.req.pod.containers.image = nginx:1", POD)).isFalse();
    assertThat(matches("ka.req.pod.containers.image[0] = nginx:1", POD)).isTrue();
    assertThat(matches("ka.req.pod.containers.image != nginx:1", POD)).isTrue();
  }

  @Test
  void newFilesDoNotLoadWithThem() {
    CompilationResult result =
        compile(
            "- required_engine_version: 0.40.0\n", "ka.req.pod.containers.image contains redis");
    assertThat(result.successful()).isFalse();
    assertThat(result.errors())
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .contains("not supported for lists");
  }

  @Test
  void oldNamesOfTheTimeAreKnown() throws Exception {
    assertThat(matches("jevt.time.iso8601 startswith 2026-01-02T03:04:05", POD)).isTrue();
    assertThat(matches("ka.req.container.image.repository[1] = redis", POD)).isTrue();
  }

  private static boolean matches(String condition, String event) throws Exception {
    CompilationResult result = compile("- required_engine_version: 2\n", condition);
    byte[] jar = result.bundle();
    assertThat(jar).as(result.diagnostics().toString()).isNotNull();
    List<Alert> alerts = new ArrayList<>();
    Engine engine =
        Engine.builder().bundle(BundleLoader.load(jar, "test")).sink(alerts::add).build();
    byte[] log =
        ("{'kind':'Event'," + event + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    engine.run(new AuditLogSource("test", new ByteArrayInputStream(log), AuditLogOptions.DEFAULT));
    return !alerts.isEmpty();
  }

  private static CompilationResult compile(String head, String condition) {
    String text =
        head
            + "- rule: r\n  desc: d\n  priority: INFO\n  source: k8s_audit\n"
            + "  output: pod %ka.target.name\n  condition: "
            + condition
            + "\n";
    return RuleCompiler.compile(
        List.of(new SourceFile("rules.yaml", text)), CompilerOptions.defaults());
  }
}
