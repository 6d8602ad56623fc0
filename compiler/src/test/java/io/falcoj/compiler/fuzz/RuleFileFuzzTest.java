package io.falcoj.compiler.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.falcoj.compiler.source.SourceFile;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a rule file: a bundle or errors with places, and never an exception. */
class RuleFileFuzzTest {
  @MethodSource("io.falcoj.compiler.fuzz.Seeds#files")
  @FuzzTest
  void anyBytesGiveABundleOrErrors(byte[] file) {
    Outcome.of(SourceFile.decode("rules.yaml", file));
  }
}
