package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRule.ParsedException;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads exceptions: each row of values becomes checks on the fields, rows are alternatives. */
final class ExceptionParser {
  private final ListSplicer lists;
  private final Set<String> usedLists;
  private final String source;

  /** For the exceptions of one rule; names of lists in them are added to {@code usedLists}. */
  ExceptionParser(ListSplicer lists, Set<String> usedLists, String source) {
    this.lists = lists;
    this.usedLists = usedLists;
    this.source = source;
  }

  /** What the exception says, or null when it has no values or was reported as an error. */
  @Nullable ParsedException parse(ExceptionDef exception, Diagnostics diags) {
    Diagnostics here = diags.within(exception.context());
    if (!operatorsFit(exception, here) || !fieldsExist(exception, here)) {
      return null;
    }
    try {
      Expr condition = exception.single() ? single(exception) : rows(exception);
      return condition == null ? null : new ParsedException(exception, condition);
    } catch (ShapeFault fault) {
      here.report(DiagnosticCode.VALIDATE, fault.place, fault.text);
    } catch (FragmentFault fault) {
      ConditionReader.report(fault.cause, fault.fragment, here);
    }
    return null;
  }

  private static final class ShapeFault extends Exception {
    private static final long serialVersionUID = 1L;

    final transient SourceSpan place;
    final String text;

    ShapeFault(SourceSpan place, String text) {
      super(text, null, false, false);
      this.place = place;
      this.text = text;
    }
  }

  private static final class FragmentFault extends Exception {
    private static final long serialVersionUID = 1L;

    final transient ScalarText fragment;
    final SyntaxFault cause;

    FragmentFault(ScalarText fragment, SyntaxFault cause) {
      super(cause.text(), null, false, false);
      this.fragment = fragment;
      this.cause = cause;
    }
  }

  private static boolean operatorsFit(ExceptionDef exception, Diagnostics diags) {
    for (ScalarText comp : exception.comps()) {
      String text = comp.text();
      boolean known = Operator.of(text) != null || takesModifier(text);
      if (!exception.single() && !known) {
        diags.report(
            DiagnosticCode.VALIDATE,
            comp.span(),
            "'" + text + "' is not a supported comparison operator");
        return false;
      }
      if (exception.single() && !takesList(text)) {
        diags.report(
            DiagnosticCode.VALIDATE,
            comp.span(),
            "When fields is a single value, comps must be one of (in, pmatch, intersects) or a"
                + " modifier operator (e.g. startswith oneof)");
        return false;
      }
    }
    return true;
  }

  private boolean fieldsExist(ExceptionDef exception, Diagnostics diags) {
    for (ScalarText field : exception.fields()) {
      if (!FieldNames.exist(field, source)) {
        List<String> similar = FieldCatalog.standard().similar(field.text(), source);
        diags.report(
            new Diagnostic(
                DiagnosticCode.VALIDATE,
                field.text().isEmpty() ? exception.span() : field.span(),
                "'" + field.text() + "' is not a supported filter field",
                similar.isEmpty() ? null : Hints.didYouMean(similar.get(0)),
                List.of()));
        return false;
      }
    }
    return true;
  }

  private static boolean takesList(String comp) {
    Operator operator = Operator.of(comp);
    return operator == null ? takesModifier(comp) : operator.takesList();
  }

  /** An operator on text followed by a modifier. */
  private static boolean takesModifier(String comp) {
    String[] words = comp.split("[ \t\r\n]+", -1);
    if (words.length != 2) {
      return false;
    }
    Operator operator = Operator.of(words[0]);
    return operator != null && operator.takesModifier() && Modifier.of(words[1]) != null;
  }

  private @Nullable Expr single(ExceptionDef exception) throws ShapeFault, FragmentFault {
    List<ScalarText> values = new ArrayList<>();
    for (ExceptionDef.Value value : exception.values()) {
      if (value.text() == null) {
        throw new ShapeFault(
            value.span(exception.span()), "Expected values array to contain a list of strings");
      }
      values.add(ListSplicer.quoted(value.text()));
    }
    if (values.isEmpty()) {
      return null;
    }
    return check(
        exception.fields().get(0), exception.comps().get(0), bracketed(values, exception.span()));
  }

  private @Nullable Expr rows(ExceptionDef exception) throws ShapeFault, FragmentFault {
    List<Expr> rows = new ArrayList<>();
    for (ExceptionDef.Value row : exception.values()) {
      if (row.items().size() != exception.fields().size()) {
        throw new ShapeFault(
            row.span(exception.span()), "Fields and values lists must have equal length");
      }
      List<Expr> checks = new ArrayList<>();
      for (int i = 0; i < row.items().size(); i++) {
        ScalarText comp = exception.comps().get(i);
        ScalarText value = value(row.items().get(i), takesList(comp.text()), exception.span());
        checks.add(check(exception.fields().get(i), comp, value));
      }
      if (!checks.isEmpty()) {
        rows.add(checks.size() == 1 ? checks.get(0) : new AndExpr(checks, checks.get(0).span()));
      }
    }
    return rows.size() > 1
        ? new OrExpr(rows, rows.get(0).span())
        : rows.isEmpty() ? null : rows.get(0);
  }

  private static ScalarText value(ExceptionDef.Value value, boolean list, SourceSpan place) {
    if (value.text() == null) {
      List<ScalarText> items = new ArrayList<>();
      for (ExceptionDef.Value item : value.items()) {
        if (item.text() != null) {
          items.add(ListSplicer.quoted(item.text()));
        }
      }
      return bracketed(items, place);
    }
    if (!list) {
      return ListSplicer.quoted(value.text());
    }
    return value.text().text().startsWith("(")
        ? value.text()
        : bracketed(List.of(value.text()), place);
  }

  private static ScalarText bracketed(List<ScalarText> items, SourceSpan place) {
    List<ScalarText> parts = new ArrayList<>();
    parts.add(ScalarText.synthetic("(", place));
    for (ScalarText item : items) {
      if (parts.size() > 1) {
        parts.add(ScalarText.synthetic(", ", item.span(0, 0)));
      }
      parts.add(item);
    }
    parts.add(ScalarText.synthetic(")", place));
    return ScalarText.join(parts);
  }

  private Expr check(ScalarText field, ScalarText comp, ScalarText value) throws FragmentFault {
    ScalarText blank = ScalarText.synthetic(" ", comp.span(0, 0));
    ScalarText fragment = ScalarText.join(List.of(field, blank, comp, blank, value));
    try {
      fragment = lists.splice(fragment, usedLists);
      return ConditionSyntax.condition(fragment, NestingLimit.RULE_FILES);
    } catch (SyntaxFault fault) {
      throw new FragmentFault(fragment, fault);
    }
  }
}
