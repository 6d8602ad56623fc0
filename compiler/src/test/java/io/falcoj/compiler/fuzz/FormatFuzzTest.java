package io.falcoj.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.format.RuleFormatter;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.source.SourceFile;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes to the formatter: one layout for good, the file as it is with a reason, or errors. */
class FormatFuzzTest {
  @MethodSource("io.falcoj.compiler.fuzz.Seeds#files")
  @FuzzTest
  void anyBytesAreLaidOutOrLeft(byte[] bytes) {
    SourceFile file = SourceFile.decode("rules.yaml", bytes);
    Diagnostics diags = new Diagnostics();
    Formatted formatted = RuleFormatter.format(file, diags);
    if (formatted == null) {
      assertThat(diags.errorCount()).isPositive();
    } else if (formatted.leftAsIs() != null) {
      assertThat(formatted.text()).isEqualTo(file.text());
      assertThat(formatted.leftAsIs().describe()).startsWith("rules.yaml:");
    } else {
      SourceFile laidOut = SourceFile.decode("rules.yaml", file.encode(formatted.text()));
      assertThat(RuleFormatter.format(laidOut, new Diagnostics())).isEqualTo(formatted);
    }
  }
}
