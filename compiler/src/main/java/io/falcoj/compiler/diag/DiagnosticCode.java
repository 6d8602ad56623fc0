package io.falcoj.compiler.diag;

/**
 * Kinds of diagnostics. The label is what text output shows in brackets; the Falco code, where
 * there is one, is what {@code falco -V} reports in JSON.
 */
public enum DiagnosticCode {
  FILE_READ("file-read", Severity.ERROR, "LOAD_ERR_FILE_READ"),
  YAML_PARSE("yaml-parse", Severity.ERROR, "LOAD_ERR_YAML_PARSE"),
  YAML_VALIDATE("yaml-validate", Severity.ERROR, "LOAD_ERR_YAML_VALIDATE"),
  VALIDATE("validate", Severity.ERROR, "LOAD_ERR_VALIDATE"),
  CONDITION_SYNTAX("condition-syntax", Severity.ERROR, "LOAD_ERR_COMPILE_CONDITION"),
  UNDEFINED_MACRO("undefined-macro", Severity.ERROR, "LOAD_ERR_VALIDATE"),
  MACRO_LOOP("macro-loop", Severity.ERROR, "LOAD_ERR_VALIDATE"),
  UNKNOWN_FIELD("unknown-field", Severity.ERROR, "LOAD_ERR_COMPILE_CONDITION"),
  CONDITION_TYPE("condition-type", Severity.ERROR, "LOAD_ERR_COMPILE_CONDITION"),
  BAD_LITERAL("bad-literal", Severity.ERROR, "LOAD_ERR_COMPILE_CONDITION"),
  BAD_OUTPUT("bad-output", Severity.ERROR, "LOAD_ERR_COMPILE_OUTPUT"),
  UNKNOWN_SOURCE("unknown-source", Severity.WARNING, "LOAD_UNKNOWN_SOURCE"),
  UNSAFE_NA_CHECK("unsafe-na-check", Severity.WARNING, "LOAD_UNSAFE_NA_CHECK"),
  NO_EVTTYPE("no-evttype", Severity.WARNING, "LOAD_NO_EVTTYPE"),
  UNKNOWN_FILTER("unknown-filter", Severity.WARNING, "LOAD_UNKNOWN_FILTER"),
  UNUSED_MACRO("unused-macro", Severity.WARNING, "LOAD_UNUSED_MACRO"),
  UNUSED_LIST("unused-list", Severity.WARNING, "LOAD_UNUSED_LIST"),
  UNKNOWN_ITEM("unknown-item", Severity.WARNING, "LOAD_UNKNOWN_ITEM"),
  UNKNOWN_KEY("unknown-key", Severity.WARNING, "LOAD_UNKNOWN_KEY"),
  DEPRECATED_ITEM("deprecated-item", Severity.WARNING, "LOAD_DEPRECATED_ITEM"),
  /** The finding's place is the name of the field. */
  DEPRECATED_FIELD("deprecated-field", Severity.WARNING, "LOAD_DEPRECATED_ITEM"),
  APPEND_NO_VALUES("append-no-values", Severity.WARNING, "LOAD_APPEND_NO_VALUES"),
  EXCEPTION_NAME_NOT_UNIQUE(
      "exception-name-not-unique", Severity.WARNING, "LOAD_EXCEPTION_NAME_NOT_UNIQUE"),
  INVALID_MACRO_NAME("invalid-macro-name", Severity.WARNING, "LOAD_INVALID_MACRO_NAME"),
  INVALID_LIST_NAME("invalid-list-name", Severity.WARNING, "LOAD_INVALID_LIST_NAME"),
  COMPILE_CONDITION("suspicious-condition", Severity.WARNING, "LOAD_COMPILE_CONDITION"),
  /** An old form that today's Falco rejects and this compiler accepts. */
  LEGACY_FORM("legacy-form", Severity.WARNING, ""),
  /** What the text says is done, although Falco would do otherwise. */
  DIFFERS_FROM_FALCO("differs-from-falco", Severity.WARNING, "");

  private final String label;
  private final Severity severity;
  private final String falcoCode;

  DiagnosticCode(String label, Severity severity, String falcoCode) {
    this.label = label;
    this.severity = severity;
    this.falcoCode = falcoCode;
  }

  public String label() {
    return label;
  }

  public Severity severity() {
    return severity;
  }

  /** Falco's code; empty for diagnostics that are our own. */
  public String falcoCode() {
    return falcoCode;
  }
}
