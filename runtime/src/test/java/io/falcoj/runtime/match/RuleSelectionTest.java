package io.falcoj.runtime.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSelectionTest {
  @Test
  void starsStandForAnyRunOfCharacters() {
    assertMatches("*", "anything");
    assertMatches("**", "");
    assertMatches("Read*", "Read sensitive file");
    assertMatches("*file", "Read sensitive file");
    assertMatches("Read*sens*file", "Read sensitive file");
    assertMatches("Read sensitive file", "Read sensitive file");
    assertDiffers("Read", "Read sensitive file");
    assertDiffers("read*", "Read sensitive file");
    assertDiffers("*sens", "Read sensitive file");
  }

  @Test
  void aLiteralIsTakenAtItsFirstPlace() {
    assertDiffers("*ab", "abab");
    assertMatches("*ab*ab", "abab");
  }

  @Test
  void aTagSelectsRulesThatHaveIt() {
    RuleSelection selection = new RuleSelection(true, "", "shell");
    assertThat(selection.selects("r", Set.of("shell", "host"))).isTrue();
    assertThat(selection.selects("r", Set.of("shells"))).isFalse();
  }

  private static void assertMatches(String pattern, String name) {
    assertThat(new RuleSelection(true, pattern, "").selects(name, Set.of())).isTrue();
  }

  private static void assertDiffers(String pattern, String name) {
    assertThat(new RuleSelection(true, pattern, "").selects(name, Set.of())).isFalse();
  }
}
