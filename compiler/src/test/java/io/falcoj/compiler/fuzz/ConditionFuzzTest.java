package io.falcoj.compiler.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.falcoj.compiler.Checked;
import io.falcoj.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a condition: rules that compile or errors with places, and never an exception. */
class ConditionFuzzTest {
  private static final String DEFINITIONS =
      """
      - list: shells
        items: [bash, "my shell", sh]
      - macro: spawned
        condition: evt.type in (execve, execveat)
      """;

  @MethodSource("io.falcoj.compiler.fuzz.Seeds#conditions")
  @FuzzTest
  void anyTextGivesARuleOrErrors(byte[] text) {
    String condition = new String(text, StandardCharsets.UTF_8);
    Outcome.of(new SourceFile("rules.yaml", DEFINITIONS + Checked.rule("fuzzed", condition)));
  }
}
