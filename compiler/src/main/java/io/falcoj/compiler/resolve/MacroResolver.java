package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.syntax.ConditionText;
import io.falcoj.compiler.syntax.ListTrace;
import io.falcoj.compiler.syntax.Origin;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces names of macros by what they stand for. Macros are resolved in the order of their first
 * definition, each seeing those first defined before its own last definition or append; rules see
 * all (userspace/engine/filter_macro_resolver.cpp upstream). Trees are shared, not copied.
 */
final class MacroResolver {
  /** Trees deeper or larger than this are refused: what follows walks them recursively. */
  static final int MAX_DEPTH = 2_000;

  static final long MAX_NODES = 5_000_000;

  private static final Set<String> CONNECTIVES = Set.of("and", "or", "not");

  private final Map<String, Resolved> macros = new LinkedHashMap<>();
  private final Set<String> broken;
  private final List<ListDef> lists;
  private final Set<String> used = new HashSet<>();

  /** A macro while resolving: its condition is null once it was reported as an error. */
  private static final class Resolved {
    final ParsedMacro parsed;
    @Nullable Expr condition;
    List<MacroUse> uses = List.of();

    /** No name is left in the condition, so that it need not be walked again. */
    boolean finished;

    Resolved(ParsedMacro parsed) {
      this.parsed = parsed;
      this.condition = parsed.condition();
    }
  }

  /** A tree without names and the macros that went into it. */
  record Result(Expr condition, List<MacroUse> uses) {}

  MacroResolver(ParsedRules parsed) {
    this.broken = parsed.catalog().brokenMacros();
    this.lists = parsed.catalog().lists();
    for (ParsedMacro macro : parsed.macros()) {
      macros.put(macro.macro().name(), new Resolved(macro));
    }
  }

  /** Resolves all macros, used or not. */
  void resolveMacros(Diagnostics diags) {
    for (Resolved macro : macros.values()) {
      if (macro.condition != null) {
        Diagnostics here = diags.within(macro.parsed.macro().context());
        MacroDef def = macro.parsed.macro();
        Related user = new Related("in macro `" + def.name() + "`", def.span());
        Origin origin = Origin.of(lists, user, def.revisions());
        Walk walk = new Walk(text(macro), def.visibility(), origin, here);
        Optional<Result> result = resolve(macro.condition, walk);
        macro.condition = result.map(Result::condition).orElse(null);
        macro.uses = result.map(Result::uses).orElse(List.of());
        macro.finished = true;
      }
    }
  }

  /** A rule's condition; empty after an error. */
  Optional<Result> resolveRule(ParsedRule rule, Diagnostics diags) {
    RuleDef def = rule.rule();
    Related user = new Related("from rule \"" + def.name() + "\"", def.span());
    Origin origin = Origin.of(lists, user, def.revisions());
    return resolve(rule.condition(), new Walk(rule.text(), Integer.MAX_VALUE, origin, diags));
  }

  private static ConditionText text(Resolved macro) {
    return Objects.requireNonNull(macro.parsed.text(), "a tree was read from a text");
  }

  boolean isUsed(String macro) {
    return used.contains(macro);
  }

  private Optional<Result> resolve(Expr condition, Walk walk) {
    Expr resolved = condition.accept(walk);
    if (walk.failed) {
      return Optional.empty();
    }
    TreeSize size = TreeSize.of(resolved);
    if (size.depth() > MAX_DEPTH || size.nodes() > MAX_NODES) {
      walk.diags.report(
          DiagnosticCode.VALIDATE,
          condition.span(),
          "condition is too deep or too large with its macros");
      return Optional.empty();
    }
    used.addAll(walk.resolvedNames);
    return Optional.of(new Result(resolved, List.copyOf(walk.uses.values())));
  }

  private final class Walk implements Expr.Visitor<Expr> {
    private final ConditionText text;
    private final int visibility;
    private final Origin origin;
    private final Diagnostics diags;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, Expr> done = new HashMap<>();
    private final Map<String, MacroUse> uses = new LinkedHashMap<>();
    private final Set<String> resolvedNames = new HashSet<>();
    private boolean failed;

    Walk(ConditionText text, int visibility, Origin origin, Diagnostics diags) {
      this.text = text;
      this.visibility = visibility;
      this.origin = origin;
      this.diags = diags;
    }

    @Override
    public Expr visit(AndExpr expr) {
      List<Expr> operands = all(expr.operands());
      return operands == expr.operands() ? expr : new AndExpr(operands, expr.span());
    }

    @Override
    public Expr visit(OrExpr expr) {
      List<Expr> operands = all(expr.operands());
      return operands == expr.operands() ? expr : new OrExpr(operands, expr.span());
    }

    @Override
    public Expr visit(NotExpr expr) {
      Expr operand = expr.operand().accept(this);
      return operand == expr.operand() ? expr : new NotExpr(operand, expr.span());
    }

    private List<Expr> all(List<Expr> operands) {
      List<Expr> resolved = new ArrayList<>(operands.size());
      boolean changed = false;
      for (Expr operand : operands) {
        Expr result = operand.accept(this);
        changed |= result != operand;
        resolved.add(result);
      }
      return changed ? resolved : operands;
    }

    @Override
    public Expr visit(UnaryCheck expr) {
      return expr;
    }

    @Override
    public Expr visit(BinaryCheck expr) {
      return expr;
    }

    @Override
    public Expr visit(IdentifierExpr expr) {
      Resolved macro = macros.get(expr.name());
      if (macro == null || macro.parsed.macro().index() >= visibility) {
        failed = true;
        if (!broken.contains(expr.name())) {
          diags.report(undefined(expr, macro));
        }
        return expr;
      }
      if (path.contains(expr.name())) {
        failed = true;
        String message = "reference loop in macro '" + expr.name() + "'";
        diags.report(
            new Diagnostic(DiagnosticCode.MACRO_LOOP, expr.span(), message)
                .with(origin.of(expr.span()))
                .as(falcosPlace(expr)));
        return expr;
      }
      return expand(expr, macro);
    }

    private Diagnostic undefined(IdentifierExpr expr, @Nullable Resolved later) {
      List<Related> related = new ArrayList<>();
      if (later != null) {
        related.add(new Related("defined later", later.parsed.macro().span()));
      }
      boolean item = !ListTrace.of(lists, expr.span()).related().isEmpty();
      related.addAll(origin.of(expr.span()));
      return new Diagnostic(
              DiagnosticCode.UNDEFINED_MACRO,
              expr.span(),
              "Undefined macro '" + expr.name() + "' used in filter.",
              item ? "lists stand behind an operator, as `in`" : hint(expr.name(), later),
              related)
          .as(falcosPlace(expr));
    }

    private @Nullable String hint(String name, @Nullable Resolved later) {
      if (CONNECTIVES.contains(name)) {
        return "`" + name + "` is read as a macro's name here: something is missing";
      }
      return later == null
          ? Hints.didYouMean(name, macros.keySet())
          : "a macro sees only macros that are defined before it";
    }

    /** In the text that names it, which may be that of another macro. */
    private FalcoForm falcosPlace(IdentifierExpr expr) {
      ConditionText holder = text;
      for (String name : path) {
        Resolved macro = macros.get(name);
        if (macro != null && !holder.holds(expr.span())) {
          holder = text(macro);
        }
      }
      return FalcoForm.SAME.withPlace(holder.place(expr.span(), text));
    }

    private Expr expand(IdentifierExpr expr, Resolved macro) {
      Expr known = done.get(expr.name());
      if (known != null) {
        return known;
      }
      Expr condition = macro.condition;
      if (condition == null || path.size() > MAX_DEPTH) {
        failed = true;
        return expr;
      }
      path.push(expr.name());
      Expr resolved = macro.finished ? condition : condition.accept(this);
      path.pop();
      resolvedNames.add(expr.name());
      uses.putIfAbsent(
          expr.name(),
          new MacroUse(macro.parsed.macro(), macro.parsed.lists(), expr.span(), text(macro)));
      for (MacroUse use : macro.uses) {
        uses.putIfAbsent(use.macro().name(), use);
      }
      done.put(expr.name(), resolved);
      return resolved;
    }
  }
}
