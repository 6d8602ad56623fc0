package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a rule's exceptions behind its condition, as text: each row of values becomes checks on the
 * fields, rows are alternatives. As upstream (build_rule_exception_infos in
 * userspace/engine/rule_loader_compiler.cpp) this happens before the text is read, since a value
 * may be the name of a list, a list in brackets or a call.
 */
final class ExceptionText {
  private final List<ScalarText> parts = new ArrayList<>();
  private final SourceSpan place;

  private ExceptionText(SourceSpan place) {
    this.place = place;
  }

  /** Told of values that do not fit the fields. */
  interface Faults {
    void report(ExceptionDef exception, Diagnostic fault);
  }

  /**
   * The condition in brackets and what each exception adds, rows with faults left out; the
   * condition for a rule without.
   */
  static ScalarText of(RuleDef rule, Faults faults) {
    if (rule.exceptions().isEmpty()) {
      return rule.condition();
    }
    ExceptionText whole = new ExceptionText(rule.span());
    whole.add("(").add(rule.condition()).add(")");
    for (ExceptionDef exception : rule.exceptions()) {
      ScalarText added = of(exception, faults);
      if (added != null) {
        whole.add(" and not ").add(added);
      }
    }
    return whole.text();
  }

  /** What one exception says, or null when it has no values. */
  private static @Nullable ScalarText of(ExceptionDef exception, Faults faults) {
    List<Value> values = new ArrayList<>();
    for (Value value : exception.values()) {
      Diagnostic fault = fault(exception, value);
      if (fault == null) {
        values.add(value);
      } else {
        faults.report(exception, fault);
      }
    }
    if (values.isEmpty()) {
      return null;
    }
    ExceptionText text = new ExceptionText(exception.span());
    return exception.single() ? text.single(exception, values) : text.rows(exception, values);
  }

  private static @Nullable Diagnostic fault(ExceptionDef exception, Value value) {
    String message = null;
    String hint = null;
    int fields = exception.fields().size();
    if (exception.single() && value.text() == null) {
      message = "Expected values array to contain a list of strings";
    } else if (!exception.single() && value.items().size() != fields) {
      message = "Fields and values lists must have equal length";
      hint =
          value.isList()
              ? "fields: " + fields + ", values: " + value.items().size()
              : "a row is a list with one value for each field";
    }
    return message == null
        ? null
        : new Diagnostic(
            DiagnosticCode.VALIDATE, value.span(exception.span()), message, hint, List.of());
  }

  private ScalarText single(ExceptionDef exception, List<Value> values) {
    add("(").add(exception.fields().get(0)).add(" ").add(exception.comps().get(0)).add(" (");
    boolean first = true;
    for (Value value : values) {
      add(first ? "" : ", ").add(ListSplicer.quoted(Objects.requireNonNull(value.text())));
      first = false;
    }
    return add("))").text();
  }

  private ScalarText rows(ExceptionDef exception, List<Value> rows) {
    add("(");
    boolean first = true;
    for (Value row : rows) {
      add(first ? "(" : " or (");
      for (int i = 0; i < row.items().size(); i++) {
        ScalarText comp = exception.comps().get(i);
        add(i == 0 ? " " : " and  ").add(exception.fields().get(i)).add(" ").add(comp).add(" ");
        value(row.items().get(i), ExceptionShape.takesList(comp.text()));
      }
      add(")");
      first = false;
    }
    return add(")").text();
  }

  private void value(Value value, boolean list) {
    ScalarText text = value.text();
    if (text == null) {
      add("(");
      boolean empty = true;
      for (Value item : value.items()) {
        ScalarText quoted = item.text() == null ? null : ListSplicer.quoted(item.text());
        add(empty ? "" : ", ");
        if (quoted != null && !quoted.text().isEmpty()) {
          add(quoted);
          empty = false;
        }
      }
      add(")");
    } else if (!list) {
      add(ListSplicer.quoted(text));
    } else if (text.text().startsWith("(")) {
      add(text);
    } else {
      add("(").add(text).add(")");
    }
  }

  private ExceptionText add(String text) {
    if (!text.isEmpty()) {
      parts.add(ScalarText.synthetic(text, place));
    }
    return this;
  }

  private ExceptionText add(ScalarText text) {
    parts.add(text);
    return this;
  }

  private ScalarText text() {
    return ScalarText.join(parts);
  }
}
