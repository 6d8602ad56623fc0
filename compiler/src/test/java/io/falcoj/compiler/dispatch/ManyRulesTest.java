package io.falcoj.compiler.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules that are found through look-ups are reported as if they had run one after the other. */
class ManyRulesTest {
  private static final String EVENT =
      """
      {"kind": "Event", "apiVersion": "audit.k8s.io/v1", "auditID": "1", "stage": "ResponseComplete",
       "verb": "create", "requestURI": "/api/v1/namespaces/a/pods", "user": {"username": "eve"},
       "stageTimestamp": "2024-01-01T00:00:00Z",
       "objectRef": {"resource": "pods", "namespace": "a"},
       "requestObject": {"spec": {"containers": [{"image": "one:1"}, {"image": "two:1"}]}}}
      """
          .replace("\n", "");

  private static String rules(int fillers) {
    StringBuilder yaml = new StringBuilder();
    String images = "ka.req.pod.containers.image.repository intersects ";
    add(yaml, "Two", images + "(two, none)");
    for (int i = 0; i < fillers; i++) {
      add(yaml, "Filler " + i, images + "(other-" + i + ", another-" + i + ")");
      add(yaml, "Name " + i, "ka.user.name = user-" + i);
    }
    add(yaml, "Both", images + "(one, two)");
    add(yaml, "Eve", "ka.user.name in (eve, adam)");
    add(yaml, "Not eve", "ka.user.name startswith ev and ka.verb = delete");
    add(yaml, "One", images + "(one)");
    return yaml.toString();
  }

  private static void add(StringBuilder yaml, String name, String condition) {
    yaml.append("- rule: ").append(name).append("\n  desc: d\n  condition: ").append(condition);
    yaml.append("\n  output: o\n  priority: DEBUG\n  source: k8s_audit\n");
  }

  private static List<String> matched(String yaml, boolean all) throws BundleException {
    CompilationResult result =
        RuleCompiler.compile(
            List.of(new SourceFile("many.yaml", yaml)), CompilerOptions.defaults());
    Bundle bundle = BundleLoader.load(Objects.requireNonNull(result.bundle()), "many");
    byte[] bytes = EVENT.getBytes(StandardCharsets.UTF_8);
    AuditEvent event = new AuditEvent();
    assertThat(
            new AuditDecoder().decode(new RawEvent().wrap(bytes, 0, bytes.length, 0, 0), event, 1))
        .isTrue();
    List<String> names = new ArrayList<>();
    SourceMatcher matcher =
        new MatchEngine(List.of(bundle), new MatchOptions(all, "Debug", List.of()))
            .matcher(
                EventSources.K8S_AUDIT,
                () -> new MatchContext(event),
                (rule, context) -> names.add(bundle.rules().get(rule).name()));
    matcher.match();
    return names;
  }

  @Test
  void inLoadOrderAndOnceEach() throws BundleException {
    for (int fillers : new int[] {0, 3, 300}) {
      assertThat(matched(rules(fillers), true)).containsExactly("Two", "Both", "Eve", "One");
    }
  }

  @Test
  void noneByEmptyLists() throws BundleException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      add(yaml, "Nobody " + i, "ka.user.name in () and ka.verb = create");
    }
    assertThat(matched(yaml.toString(), true)).isEmpty();
  }

  @Test
  void theFirstOneAlone() throws BundleException {
    assertThat(matched(rules(300), false)).containsExactly("Two");
  }
}
