package io.falcoj.compiler.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.Checked;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.bundle.BundleManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class BundleWriterTest {

  private static byte[] bundle(String yaml) {
    CompilationResult result =
        RuleCompiler.compile(
            List.of(new SourceFile("test.yaml", yaml)), CompilerOptions.defaults());
    assertThat(result.errors()).isEmpty();
    return Objects.requireNonNull(result.bundle());
  }

  @Test
  void equalRulesGiveEqualJars() {
    String yaml = Checked.rule("a", "proc.name = x") + Checked.rule("b", "evt.type = open");
    assertThat(bundle(yaml)).isEqualTo(bundle(yaml));
  }

  @Test
  void aBundleSaysWhatItsRulesAre() throws BundleException {
    String yaml =
        Checked.rule("A rule", "evt.type = open and proc.name = x")
            + "  tags: [b, a]\n"
            + Checked.rule("Other", "ka.verb = get")
            + "  source: k8s_audit\n  enabled: false\n";
    Bundle loaded = BundleLoader.load(bundle(yaml), "test");
    assertThat(loaded.ruleSets()).containsOnlyKeys("syscall", "k8s_audit");
    assertThat(loaded.rules()).extracting(r -> r.name()).containsExactly("A rule", "Other");
    assertThat(loaded.rules().get(0).tags()).containsExactly("a", "b");
    assertThat(loaded.rules().get(0).eventTypes()).containsExactly("open");
    assertThat(loaded.rules().get(0).fields()).containsExactly("evt.type", "proc.name");
    assertThat(loaded.rules().get(0).line()).isEqualTo(1);
    assertThat(loaded.rules().get(1).enabled()).isFalse();
  }

  @Test
  void aBundleSaysWhatItsRulesRequire() throws BundleException {
    String yaml =
        "- required_engine_version: 0.57.0\n"
            + "- required_plugin_versions:\n"
            + "    - {name: json, version: 0.7.0}\n"
            + "    - {name: container, version: 0.4.0}\n"
            + Checked.rule("A rule", "evt.type = open");
    BundleManifest manifest = BundleLoader.load(bundle(yaml), "test").manifest();
    assertThat(manifest.engineVersion()).isEqualTo("0.57.0");
    assertThat(manifest.plugins()).containsExactly("container:0.4.0", "json:0.7.0");
  }

  @Test
  void theMeaningIsTheSameWhereverRulesStand() throws IOException {
    String rule = Checked.rule("A rule", "evt.type = open and proc.name = x");
    String meaning = meaning(rule);
    assertThat(meaning("# a comment\n\n" + rule)).isEqualTo(meaning);
    assertThat(
            meaning(
                "- macro: opened\n  condition: evt.type = open\n"
                    + rule.replace("evt.type = open", "opened")))
        .isEqualTo(meaning);
    assertThat(meaning(rule.replace("= x", "= y"))).isNotEqualTo(meaning);
    assertThat(meaning(rule + "  tags: [new]\n")).isNotEqualTo(meaning);
  }

  private static String meaning(String yaml) throws IOException {
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bundle(yaml)))) {
      return jar.getManifest().getMainAttributes().getValue("Falco-Meaning-Digest");
    }
  }

  @Test
  void aChangedBundleIsRefused() {
    byte[] jar = bundle(Checked.rule("A rule", "proc.name = wanted"));
    byte[] text = "wanted".getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i + text.length < jar.length; i++) {
      if (Arrays.equals(jar, i, i + text.length, text, 0, text.length)) {
        jar[i] = 'W';
      }
    }
    assertThatThrownBy(() -> BundleLoader.load(jar, "test"))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("test: bundle refused");
  }

  @Test
  void anyBytesAreRefusedWithAReason() {
    byte[] jar = bundle(Checked.rule("A rule", "proc.name = wanted"));
    for (int length = 0; length < jar.length; length += 97) {
      byte[] cut = Arrays.copyOf(jar, length);
      assertThatThrownBy(() -> BundleLoader.load(cut, "cut")).isInstanceOf(BundleException.class);
    }
  }
}
