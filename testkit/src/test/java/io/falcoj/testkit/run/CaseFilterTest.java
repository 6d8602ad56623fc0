package io.falcoj.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseFilterTest {
  private static List<String> selected(String... patterns) {
    CaseFilter filter = CaseFilter.of(List.of(patterns));
    return Stream.of("a shell", "a shell in a pod", "cron", "Cron", "a*b")
        .filter(filter::selects)
        .toList();
  }

  @Test
  void withoutPatternsEveryCaseRuns() {
    assertThat(selected()).hasSize(5);
    assertThat(selected("", " , ")).hasSize(5);
  }

  @Test
  void namesAndGlobs() {
    assertThat(selected("cron")).containsExactly("cron");
    assertThat(selected("?ron")).containsExactly("cron", "Cron");
    assertThat(selected("a shell*")).containsExactly("a shell", "a shell in a pod");
    assertThat(selected("*shell*,cron")).containsExactly("a shell", "a shell in a pod", "cron");
    assertThat(selected("*pod", " Cron ")).containsExactly("a shell in a pod", "Cron");
    assertThat(selected("shell")).isEmpty();
    assertThat(selected("a*b")).containsExactly("a*b");
  }

  @Test
  void anExclamationMarkLeavesOut() {
    assertThat(selected("!*shell*")).containsExactly("cron", "Cron", "a*b");
    assertThat(selected("a*, ! *pod")).containsExactly("a shell", "a*b");
  }
}
