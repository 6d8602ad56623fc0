package io.falcoj.testkit.yaml;

/** Kinds of mistakes in test files; {@code docs/testing-rules.md} lists them. */
public enum FaultCode {
  YAML("test-yaml", "The file is no valid YAML."),
  UNKNOWN_KEY("test-unknown-key", "A key has no meaning at its place, or stands twice."),
  MISSING_KEY("test-missing-key", "A key that has to be there is not."),
  VALUE("test-value", "A value is not what its key takes, or an event cannot be."),
  NO_TESTS("test-no-tests", "A suite has no test, so that nothing is held."),
  DUPLICATE_NAME("test-duplicate-name", "Two cases of one file have the same name."),
  MISSING_FILE("test-missing-file", "A fixture or a rule file does not exist."),
  REGEX("test-regex", "A text is no regular expression."),
  UNKNOWN_RULE("test-unknown-rule", "No rule under test has that name, or no rule has that tag."),
  RULE_OFF("test-rule-off", "A case expects a rule that its suite switches off."),
  UNKNOWN_FIELD("test-unknown-field", "Events of the rule's source have no such field.");

  private final String label;
  private final String meaning;

  FaultCode(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  public String label() {
    return label;
  }

  /** What a mistake of this kind is, in one sentence. */
  public String meaning() {
    return meaning;
  }
}
