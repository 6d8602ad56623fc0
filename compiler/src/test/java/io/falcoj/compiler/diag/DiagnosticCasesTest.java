package io.falcoj.compiler.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every finding as it is shown, with its place; {@code -Dbaseline.update} writes what is shown. */
class DiagnosticCasesTest {
  @TestFactory
  Stream<DynamicTest> findingsAreShownAsExpected() {
    return Cases.all().stream()
        .map(c -> DynamicTest.dynamicTest(Cases.ROOT.relativize(c).toString(), () -> check(c)));
  }

  private static void check(Path folder) throws IOException {
    String shown = Cases.render(folder);
    String label = String.valueOf(folder.getParent().getFileName());
    assertThat(shown).contains("[" + label + "]");
    Path expected = Cases.expected(folder);
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(expected, shown);
    }
    assertThat(expected).as("write it with -Dbaseline.update").exists();
    assertThat(shown).as("accept it with -Dbaseline.update").isEqualTo(Files.readString(expected));
  }

  @Test
  void everyCodeHasAnExample() {
    assertThat(DiagnosticCode.values())
        .allSatisfy(code -> assertThat(Cases.example(code)).isDirectory());
  }

  @Test
  void everyFolderIsThatOfACode() {
    List<String> labels =
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::label).toList();
    assertThat(Cases.sorted(Cases.ROOT))
        .extracting(p -> p.getFileName().toString())
        .allSatisfy(name -> assertThat(labels).contains(name));
  }
}
