package io.falcoj.compiler.diag;

/**
 * Kinds of diagnostics. The label is what text output shows in brackets; the Falco code, where
 * there is one, is what {@code falco -V} reports in JSON. {@code docs/diagnostics.md} is generated
 * from this table; every code has a case below {@code src/test/resources/diagnostics}.
 */
public enum DiagnosticCode {
  YAML_PARSE(
      "yaml-parse",
      Severity.ERROR,
      "LOAD_ERR_YAML_PARSE",
      "The file is no valid YAML; nothing of it is read.",
      "Mend the YAML at the place shown; tabs cannot indent, and a text with `: ` or ` #` "
          + "needs quotes."),
  YAML_VALIDATE(
      "yaml-validate",
      Severity.ERROR,
      "LOAD_ERR_YAML_VALIDATE",
      "The file is YAML but not a list of rules, macros and lists with the keys and kinds "
          + "of values that these have.",
      "Give the item the key or the kind of value that the message names."),
  VALIDATE(
      "validate",
      Severity.ERROR,
      "LOAD_ERR_VALIDATE",
      "Declarations do not fit each other: something appended to or overridden that does "
          + "not exist, an exception whose parts differ in length, a requirement that is not met.",
      "Correct one of the two; files are loaded in the order in which they are given."),
  CONDITION_SYNTAX(
      "condition-syntax",
      Severity.ERROR,
      "LOAD_ERR_COMPILE_CONDITION",
      "A condition breaks the grammar at the place shown.",
      "Write what the message expects there."),
  UNDEFINED_MACRO(
      "undefined-macro",
      Severity.ERROR,
      "LOAD_ERR_VALIDATE",
      "A condition names a macro that does not exist, or that is defined only after the "
          + "macro that uses it.",
      "Define the macro first, or correct the name. Lists stand behind an operator only."),
  MACRO_LOOP(
      "macro-loop",
      Severity.ERROR,
      "LOAD_ERR_VALIDATE",
      "A macro uses itself, directly or through others.",
      "Break the loop."),
  UNKNOWN_FIELD(
      "unknown-field",
      Severity.ERROR,
      "LOAD_ERR_COMPILE_CONDITION",
      "A condition names a field that events of the rule's source do not have, or gives a "
          + "field a wrong argument.",
      "Correct the name; `falco-run --list-fields` prints all of them. With "
          + "`skip-if-unknown-filter: true` the rule is left out instead."),
  CONDITION_TYPE(
      "condition-type",
      Severity.ERROR,
      "LOAD_ERR_COMPILE_CONDITION",
      "An operator or transformer does not go with the type of its field.",
      "Use an operator of that type; `falco-run --list-fields` prints the types."),
  BAD_LITERAL(
      "bad-literal",
      Severity.ERROR,
      "LOAD_ERR_COMPILE_CONDITION",
      "A value cannot be read as the type of the field it is compared with.",
      "Write a value of that type."),
  BAD_OUTPUT(
      "bad-output",
      Severity.ERROR,
      "LOAD_ERR_COMPILE_OUTPUT",
      "The output names a field or transformer that does not exist.",
      "Correct the name behind the `%`; a plain percent sign cannot be written."),
  UNKNOWN_SOURCE(
      "unknown-source",
      Severity.WARNING,
      "LOAD_UNKNOWN_SOURCE",
      "A rule is for an event source that is not known here; it is left out.",
      "Correct `source`, or keep such rules in a file of their own."),
  UNSAFE_NA_CHECK(
      "unsafe-na-check",
      Severity.WARNING,
      "LOAD_UNSAFE_NA_CHECK",
      "A field is compared with `<NA>`, which once stood for an absent value.",
      "Ask `FIELD exists`, or `not FIELD exists`."),
  NO_EVTTYPE(
      "no-evttype",
      Severity.WARNING,
      "LOAD_NO_EVTTYPE",
      "The condition does not restrict the event type, so that the rule is evaluated for "
          + "nearly every event.",
      "Begin with a check of `evt.type`, or set `warn_evttypes: false` where this is meant."),
  UNKNOWN_FILTER(
      "unknown-filter",
      Severity.WARNING,
      "LOAD_UNKNOWN_FILTER",
      "A rule with `skip-if-unknown-filter: true` names something unknown and is left out.",
      "Correct the name, or remove the rule when it is for a newer engine."),
  UNUSED_MACRO(
      "unused-macro",
      Severity.WARNING,
      "LOAD_UNUSED_MACRO",
      "No rule and no other macro names the macro.",
      "Remove it, or use it."),
  UNUSED_LIST(
      "unused-list",
      Severity.WARNING,
      "LOAD_UNUSED_LIST",
      "No rule, macro or other list names the list.",
      "Remove it, or use it."),
  UNKNOWN_ITEM(
      "unknown-item",
      Severity.WARNING,
      "LOAD_UNKNOWN_ITEM",
      "An item is neither rule, macro, list nor requirement; it is ignored.",
      "Correct its first key."),
  UNKNOWN_KEY(
      "unknown-key",
      Severity.WARNING,
      "LOAD_UNKNOWN_KEY",
      "An item has a key without meaning; it is ignored.",
      "Correct the key, or remove it."),
  DEPRECATED_ITEM(
      "deprecated-item",
      Severity.WARNING,
      "LOAD_DEPRECATED_ITEM",
      "A key or form works but will go away.",
      "Use what the message names instead."),
  /** The finding's place is the name of the field. */
  DEPRECATED_FIELD(
      "deprecated-field",
      Severity.WARNING,
      "LOAD_DEPRECATED_ITEM",
      "A condition or an output names a field that works but will go away.",
      "Use what the message names instead, or leave the field out."),
  APPEND_NO_VALUES(
      "append-no-values",
      Severity.WARNING,
      "LOAD_APPEND_NO_VALUES",
      "An exception is appended without values, so that nothing is added.",
      "Add `values`."),
  EXCEPTION_NAME_NOT_UNIQUE(
      "exception-name-not-unique",
      Severity.WARNING,
      "LOAD_EXCEPTION_NAME_NOT_UNIQUE",
      "Two exceptions of one rule have the same name.",
      "Rename one of them, so that it can be appended to."),
  INVALID_MACRO_NAME(
      "invalid-macro-name",
      Severity.WARNING,
      "LOAD_INVALID_MACRO_NAME",
      "The macro's name cannot be written in a condition.",
      "Use letters, digits and underscores, a letter first."),
  INVALID_LIST_NAME(
      "invalid-list-name",
      Severity.WARNING,
      "LOAD_INVALID_LIST_NAME",
      "The list's name cannot be written in a condition.",
      "Use a name without blanks, brackets, quotes, commas and equals signs."),
  COMPILE_CONDITION(
      "suspicious-condition",
      Severity.WARNING,
      "LOAD_COMPILE_CONDITION",
      "A value looks like a field or a transformer, or a regular expression is a plain "
          + "text: the condition may not mean what it seems to.",
      "Write `val(FIELD)` to compare with a field, or the operator that the message names."),
  LEGACY_FORM(
      "legacy-form",
      Severity.WARNING,
      "",
      "A form of old rule files is taken in its old meaning, or has a new one.",
      "Write what the message names."),
  DIFFERS_FROM_FALCO(
      "differs-from-falco",
      Severity.WARNING,
      "",
      "The condition is taken as it is written; Falco accepts it too but does otherwise.",
      "Write the check in the way that the message names if the file is for Falco too; "
          + "`docs/compatibility.md` lists these cases."),
  NEVER_TRUE(
      "never-true",
      Severity.WARNING,
      "",
      "A rule never matches, or a part of an `or` never holds: two checks exclude each "
          + "other, or a list is empty. What a macro stands for is taken as open where the macro is "
          + "a placeholder: one check that holds for every event or for none, such as "
          + "`evt.num = 0`, or the name of another macro alone.",
      "Remove one of the two checks, or fill the list."),
  ALWAYS_TRUE(
      "always-true",
      Severity.WARNING,
      "",
      "A rule matches every event.",
      "Add a check, or remove the alternative that always holds."),
  EVENT_TYPE_CONTRADICTION(
      "event-type-contradiction",
      Severity.WARNING,
      "",
      "No event type satisfies all checks of the type that must hold together.",
      "Join the checks by `or`, or name all types in one list."),
  FIELD_NEVER_SET(
      "field-never-set",
      Severity.WARNING,
      "",
      "No event of the types for which a check is evaluated has the field, so that the "
          + "check never holds.",
      "Use a field of those events, or move the check to the alternative with the right "
          + "types."),
  EXCEPTION_NEVER_APPLIES(
      "exception-never-applies",
      Severity.WARNING,
      "",
      "The rule's condition excludes an exception or one row of its values.",
      "Remove it, or correct its values."),
  SHADOWED_RULE(
      "shadowed-rule",
      Severity.WARNING,
      "",
      "Whenever the rule holds, an earlier rule holds too. With `rule_matching: first`, the "
          + "default, an event goes to the first rule only, so that this one never fires.",
      "Put the more special rule first, exclude its case from the other, or run with "
          + "`rule_matching: all`."),
  SHADOWED_DEFINITION(
      "shadowed-definition",
      Severity.WARNING,
      "",
      "A definition is replaced by a later one in the same file, or a macro has the name of "
          + "a list, which conditions get instead.",
      "Remove or rename one of the two; to change a definition use `override`."),
  UNUSED_DEFINITION(
      "unused-definition",
      Severity.NOTE,
      "",
      "A macro or list is used only by macros and lists that no rule uses.",
      "Remove them together."),
  SLOW_LEADING_CONDITION(
      "slow-leading-condition",
      Severity.NOTE,
      "",
      "A condition begins with a pattern, a walk or a text that is put together first, "
          + "although a cheap check behind it rejects most events.",
      "Put the cheap check first; Falco evaluates from left to right.");

  private final String label;
  private final Severity severity;
  private final String falcoCode;
  private final String meaning;
  private final String wayOut;

  DiagnosticCode(String label, Severity severity, String falcoCode, String meaning, String wayOut) {
    this.label = label;
    this.severity = severity;
    this.falcoCode = falcoCode;
    this.meaning = meaning;
    this.wayOut = wayOut;
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

  /** Whether Falco has no such finding. */
  public boolean isOwn() {
    return falcoCode.isEmpty();
  }

  /** What a finding of this kind says, in Markdown. */
  public String meaning() {
    return meaning;
  }

  /** What the user can do about it, in Markdown. */
  public String wayOut() {
    return wayOut;
  }
}
