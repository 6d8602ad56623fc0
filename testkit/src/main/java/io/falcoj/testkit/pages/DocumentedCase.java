package io.falcoj.testkit.pages;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A case that is about a rule.
 *
 * @param file the test file
 * @param todo why it is known to fail, or empty
 */
record DocumentedCase(Kind kind, String name, Path file, String todo) {
  /** File name of the variants of an attack: other ways to the same end. */
  private static final String VARIANTS = "variants.test.yaml";

  /** What a case shows. */
  enum Kind {
    FIRES("It fires when"),
    VARIANT("Other ways to the same end"),
    SILENT("It stays silent when"),
    TODO("Known not to be seen, or to be told in vain");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  /**
   * Whether a suite is about a rule: its folder or file has the rule's name, or it runs no other.
   */
  static boolean isAbout(RuleTestSuite suite, String rule) {
    String slug = DocumentedRule.slug(rule);
    Path file = suite.file().toAbsolutePath();
    return Objects.requireNonNull(file.getParent()).endsWith(slug)
        || file.endsWith(slug + ".test.yaml")
        || (suite.only() != null
            && suite.only().tags().isEmpty()
            && suite.only().rules().size() == 1
            && suite.only().rules().get(0).names(rule));
  }

  static DocumentedCase of(RuleTestSuite suite, RuleTest test, String rule) {
    String todo = test.todo() == null ? "" : test.todo();
    return new DocumentedCase(kind(suite, test, rule), test.name(), suite.file(), todo);
  }

  private static Kind kind(RuleTestSuite suite, RuleTest test, String rule) {
    if (test.todo() != null) {
      return Kind.TODO;
    }
    if (test.expected().stream().noneMatch(e -> e.rule().equals(rule) && e.max() > 0)) {
      return Kind.SILENT;
    }
    return suite.file().endsWith(VARIANTS) ? Kind.VARIANT : Kind.FIRES;
  }
}
