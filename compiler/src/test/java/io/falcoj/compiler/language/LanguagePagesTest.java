package io.falcoj.compiler.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/language.md} and {@code docs/traps.md} name exists, and they leave out nothing.
 */
class LanguagePagesTest {
  private static final Path LANGUAGE = Path.of("../docs/language.md");
  private static final Path TRAPS_PAGE = Path.of("../docs/traps.md");
  private static final int TRAPS = 90;

  @Test
  void thePageLinksAllExamples() throws IOException {
    assertThat(found(LANGUAGE, "conformance/([a-z-]+)\\.yaml"))
        .containsExactlyElementsOf(CaseFiles.features());
  }

  @Test
  void everyTrapHasOneRow() throws IOException {
    assertThat(found(TRAPS_PAGE, "(?m)^\\| (\\d+) \\|").stream().map(Integer::valueOf))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, TRAPS).boxed().toList());
  }

  @Test
  void everyTrapIsReproducedOrMended() throws IOException {
    assertThat(
            found(
                TRAPS_PAGE, "(?m)^\\| (\\d+) \\|.*\\|[^|]*(?:reproduced|mended)[^|]*\\|[^|]*\\|$"))
        .hasSize(TRAPS);
  }

  @Test
  void namedTestsExist() throws IOException {
    assertThat(CaseFiles.features()).containsAll(found(TRAPS_PAGE, "`([a-z-]+)\\.yaml`"));
    Set<String> classes = new TreeSet<>();
    for (String module : List.of("runtime", "compiler", "agent")) {
      try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
        files.forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
      }
    }
    assertThat(classes).containsAll(found(TRAPS_PAGE, "`([A-Z]\\w+Test)`"));
  }

  private static List<String> found(Path page, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
