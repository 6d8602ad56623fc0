package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
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

  /** Values that do not fit the fields. */
  static final class ShapeFault extends Exception {
    private static final long serialVersionUID = 1L;

    final transient ExceptionDef exception;
    final transient SourceSpan place;
    final String text;

    ShapeFault(ExceptionDef exception, SourceSpan place, String text) {
      super(text, null, false, false);
      this.exception = exception;
      this.place = place;
      this.text = text;
    }
  }

  /** The condition in brackets and what each exception adds; the condition for a rule without. */
  static ScalarText of(RuleDef rule) throws ShapeFault {
    if (rule.exceptions().isEmpty()) {
      return rule.condition();
    }
    ExceptionText whole = new ExceptionText(rule.span());
    whole.add("(").add(rule.condition()).add(")");
    for (ExceptionDef exception : rule.exceptions()) {
      ScalarText added = of(exception);
      if (added != null) {
        whole.add(" and not ").add(added);
      }
    }
    return whole.text();
  }

  /** What one exception says, or null when it has no values. */
  private static @Nullable ScalarText of(ExceptionDef exception) throws ShapeFault {
    if (exception.values().isEmpty()) {
      return null;
    }
    ExceptionText text = new ExceptionText(exception.span());
    return exception.single() ? text.single(exception) : text.rows(exception);
  }

  private ScalarText single(ExceptionDef exception) throws ShapeFault {
    add("(").add(exception.fields().get(0)).add(" ").add(exception.comps().get(0)).add(" (");
    boolean first = true;
    for (Value value : exception.values()) {
      if (value.text() == null) {
        throw new ShapeFault(
            exception,
            value.span(exception.span()),
            "Expected values array to contain a list of strings");
      }
      add(first ? "" : ", ").add(ListSplicer.quoted(value.text()));
      first = false;
    }
    return add("))").text();
  }

  private ScalarText rows(ExceptionDef exception) throws ShapeFault {
    add("(");
    boolean first = true;
    for (Value row : exception.values()) {
      if (row.items().size() != exception.fields().size()) {
        throw new ShapeFault(
            exception,
            row.span(exception.span()),
            "Fields and values lists must have equal length");
      }
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
