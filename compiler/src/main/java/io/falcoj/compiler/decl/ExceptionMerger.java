package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import io.falcoj.compiler.yaml.item.ExceptionDecl.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the shape of exceptions, fills in the operators left out, and merges appended ones. */
final class ExceptionMerger {
  private final ExceptionCheck check;
  private final Diagnostics diags;

  ExceptionMerger(ExceptionCheck check, Diagnostics diags) {
    this.check = check;
    this.diags = diags;
  }

  /**
   * Those of a definition; the faulty ones are reported and left out.
   *
   * @param source the rule's; null when it is unknown
   */
  List<ExceptionDef> define(List<ExceptionDecl> decls, @Nullable String source) {
    List<ExceptionDef> defs = new ArrayList<>();
    for (ExceptionDecl decl : decls) {
      ExceptionDef def = def(decl);
      if (def != null && check.accepts(def, source, diags)) {
        defs.add(def);
      }
    }
    return defs;
  }

  /**
   * Those that take the place of others. As upstream, nothing is asked of them and no operator is
   * filled in; reading the condition that they become part of shows what is wrong. Only where
   * upstream would read beyond its lists the shape is checked.
   */
  List<ExceptionDef> replace(List<ExceptionDecl> decls) {
    List<ExceptionDef> defs = new ArrayList<>();
    for (ExceptionDecl decl : decls) {
      Entry fields = decl.fields();
      Entry comps = decl.comps();
      if (fields != null && !fields.isList() && (comps == null || comps.isList())) {
        ScalarText none = ScalarText.synthetic("", decl.span());
        defs.add(def(decl, texts(decl, fields), List.of(none)));
      } else {
        ExceptionDef def = def(decl);
        if (def != null) {
          defs.add(def);
        }
      }
    }
    return defs;
  }

  /** The existing ones with further values and the new ones behind them. */
  List<ExceptionDef> append(
      List<ExceptionDef> existing, List<ExceptionDecl> decls, @Nullable String source) {
    List<ExceptionDef> merged = new ArrayList<>(existing);
    for (ExceptionDecl decl : decls) {
      int at = indexOf(merged, decl.name());
      if (at >= 0) {
        addValues(merged, at, decl);
      } else if (decl.fields() == null) {
        error(decl, "Rule exception must have fields property with a list of fields");
      } else if (decl.values().isEmpty()) {
        error(decl, "Rule exception must have values property with a list of values");
      } else {
        merged.addAll(define(List.of(decl), source));
      }
    }
    return merged;
  }

  private static int indexOf(List<ExceptionDef> defs, String name) {
    for (int i = 0; i < defs.size(); i++) {
      if (defs.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void addValues(List<ExceptionDef> merged, int at, ExceptionDecl decl) {
    if (decl.fields() != null) {
      error(decl, "Can not append exception fields to existing exception, only values");
    } else if (decl.comps() != null) {
      error(decl, "Can not append exception comps to existing exception, only values");
    } else {
      ExceptionDef def = merged.get(at);
      List<ExceptionDef.Value> values = new ArrayList<>(def.values());
      decl.values().forEach(entry -> values.add(value(entry)));
      merged.set(
          at,
          new ExceptionDef(
              def.name(),
              def.single(),
              def.fields(),
              def.comps(),
              values,
              def.span(),
              def.context()));
    }
  }

  private @Nullable ExceptionDef def(ExceptionDecl decl) {
    Entry fields = decl.fields();
    if (fields == null) {
      error(decl, "Rule exception item must have fields property with a list of fields");
      return null;
    }
    Entry comps = decl.comps();
    if (!fields.isList() && comps != null && comps.isList()) {
      error(decl, "Fields and comps must both be strings");
      return null;
    }
    List<ScalarText> fieldTexts = texts(decl, fields);
    List<ScalarText> compTexts =
        comps == null ? defaults(fieldTexts, fields.isList() ? "=" : "in") : texts(decl, comps);
    boolean sameShape = comps == null || comps.isList() == fields.isList();
    if (!sameShape || fieldTexts.size() != compTexts.size()) {
      error(decl, "Fields and comps lists must have equal length");
      return null;
    }
    return def(decl, fieldTexts, compTexts);
  }

  private static ExceptionDef def(
      ExceptionDecl decl, List<ScalarText> fields, List<ScalarText> comps) {
    return new ExceptionDef(
        decl.name(),
        decl.fields() == null || !decl.fields().isList(),
        fields,
        comps,
        decl.values().stream().map(ExceptionMerger::value).toList(),
        decl.span(),
        decl.context());
  }

  // A list among the fields or operators names nothing; reading the empty text reports it.
  private static List<ScalarText> texts(ExceptionDecl decl, Entry entry) {
    if (entry.text() != null) {
      return List.of(entry.text().strip());
    }
    ScalarText none = ScalarText.synthetic("", decl.span());
    return entry.items().stream()
        .map(item -> item.text() == null ? none : item.text().strip())
        .toList();
  }

  private static List<ScalarText> defaults(List<ScalarText> fields, String operator) {
    return fields.stream().map(f -> ScalarText.synthetic(operator, f.span(0, 0))).toList();
  }

  private static ExceptionDef.Value value(Entry entry) {
    return new ExceptionDef.Value(
        entry.text(), entry.items().stream().map(ExceptionMerger::value).toList());
  }

  private void error(ExceptionDecl decl, String message) {
    diags.within(decl.context()).report(DiagnosticCode.VALIDATE, decl.span(), message);
  }
}
