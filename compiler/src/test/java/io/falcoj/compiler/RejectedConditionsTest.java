package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions that Falco refuses to load are refused. */
class RejectedConditionsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));

  /** Ends Falco instead of being refused; and an escape that newer versions have. */
  private static final Set<String> TAKEN = Set.of("c0863", "c1028");

  @Test
  void whatFalcoRefusesIsRefused() throws Exception {
    Path table = CORPUS.resolve("golden-falco/conditions/rejected.tsv");
    assumeTrue(Files.exists(table), "no corpus at " + CORPUS);
    List<String> accepted = new ArrayList<>();
    List<String> lines = Files.readAllLines(table);
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      String condition = new ObjectMapper().readValue(columns[5], String.class);
      if (!TAKEN.contains(columns[0]) && Checked.condition(condition).successful()) {
        accepted.add(columns[0] + " " + condition + ": " + columns[4]);
      }
    }
    assertThat(accepted).isEmpty();
  }
}
