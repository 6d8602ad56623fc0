package io.falcoj.testkit.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  private static final FileNames NAMES =
      new FileNames(Path.of("/home/me/rules"), List.of(Path.of("/home/me/rules/src/test/falco")));

  @Test
  void filesAreNamedFromTheProject() {
    assertThat(NAMES.of(Path.of("/home/me/rules/src/main/falco/a.yaml")))
        .isEqualTo("src/main/falco/a.yaml");
    assertThat(NAMES.of("/home/me/rules/./a.yaml")).isEqualTo("a.yaml");
    assertThat(NAMES.of(Path.of("/home/me/other/a.yaml"))).isEqualTo("../other/a.yaml");
  }

  @Test
  void whatIsNoPathStaysAsItIs() {
    assertThat(NAMES.of("scenario")).isEqualTo("scenario");
    assertThat(NAMES.of("a\0b")).isEqualTo("a\0b");
  }

  @Test
  void suitesAreNamedFromTheFolderOfTests() {
    assertThat(NAMES.suite(Path.of("/home/me/rules/src/test/falco/shells/tty.test.yaml")))
        .isEqualTo("shells.tty");
    assertThat(NAMES.suite(Path.of("/home/me/other/tty.test.yaml"))).isEqualTo("other.tty");
    Path file = Path.of("/home/me/tty.test.yaml");
    assertThat(new FileNames(Path.of("/home"), List.of(file)).suite(file)).isEqualTo("tty");
  }
}
