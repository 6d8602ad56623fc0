package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import io.falcoj.compiler.syntax.grammar.ConditionSyntax;
import io.falcoj.compiler.syntax.grammar.NestingLimit;
import io.falcoj.compiler.syntax.grammar.SyntaxFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of rules and macros into trees. */
public final class ConditionReader {
  private final Predicate<RuleDef> leftOut;
  private final Diagnostics diags;
  private List<ListDef> lists = List.of();
  private ListSplicer splicer = new ListSplicer(lists);
  private final Map<RuleDef, Read<Optional<ParsedRule>>> rules = new IdentityHashMap<>();
  private final Map<MacroDef, Read<ParsedMacro>> macros = new IdentityHashMap<>();

  /** A result, and the lists that the text named. */
  private record Read<T>(T result, Set<String> lists) {}

  private ConditionReader(Predicate<RuleDef> leftOut, Diagnostics diags) {
    this.leftOut = leftOut;
    this.diags = diags;
  }

  /**
   * All conditions as trees; what cannot be read is reported and left out.
   *
   * @param leftOut true for rules whose conditions are not to be read; asked when their exceptions
   *     are in order
   */
  public static ParsedRules read(
      RuleCatalog catalog, Predicate<RuleDef> leftOut, Diagnostics diags) {
    ConditionReader reader = new ConditionReader(leftOut, diags);
    List<ParsedRules> earlier = new ArrayList<>();
    for (RuleCatalog declared : catalog.earlier()) {
      earlier.add(reader.generation(declared, List.of()));
    }
    return reader.generation(catalog, earlier);
  }

  private ParsedRules generation(RuleCatalog catalog, List<ParsedRules> earlier) {
    if (!catalog.lists().equals(lists)) {
      // Conditions read before hold the items of before.
      lists = catalog.lists();
      splicer = new ListSplicer(lists);
      rules.clear();
      macros.clear();
    }
    Set<String> used = new HashSet<>();
    List<ParsedMacro> parsedMacros = new ArrayList<>();
    for (MacroDef macro : catalog.macros()) {
      Read<ParsedMacro> read = macros.computeIfAbsent(macro, this::macro);
      used.addAll(read.lists);
      parsedMacros.add(read.result);
    }
    List<ParsedRule> parsedRules = new ArrayList<>();
    for (RuleDef rule : catalog.rules()) {
      Read<Optional<ParsedRule>> read = rules.computeIfAbsent(rule, this::rule);
      used.addAll(read.lists);
      read.result.ifPresent(parsedRules::add);
    }
    return new ParsedRules(catalog, parsedRules, parsedMacros, splicer.unused(used), earlier);
  }

  private Read<ParsedMacro> macro(MacroDef macro) {
    Location place = new Location("macro condition", "", macro.condition().begin());
    Diagnostics here = within(macro.context(), place);
    Related user = new Related("in macro `" + macro.name() + "`", macro.span());
    Origin origin = Origin.of(lists, user, macro.revisions());
    Set<String> used = new HashSet<>();
    ConditionText text = text(macro.condition(), used, origin, here);
    Expr condition = text == null ? null : parse(text, origin, here);
    return new Read<>(new ParsedMacro(macro, condition, text, used), used);
  }

  private Read<Optional<ParsedRule>> rule(RuleDef rule) {
    Location place = new Location("rule condition", "", rule.condition().begin());
    Diagnostics here = within(rule.context(), place);
    Related user = new Related("from rule \"" + rule.name() + "\"", rule.span());
    Origin origin = Origin.of(lists, user, rule.revisions());
    int errors = diags.errorCount();
    ScalarText written =
        ExceptionText.of(rule, (at, fault) -> diags.within(at.context()).report(fault));
    Set<String> used = new HashSet<>();
    if (diags.errorCount() == errors && leftOut.test(rule)) {
      return new Read<>(Optional.empty(), used);
    }
    ConditionText text = text(written, used, origin, here);
    Expr whole = text == null ? null : parse(text, origin, here);
    boolean faulty = diags.errorCount() > errors;
    return new Read<>(
        Optional.ofNullable(
            text == null || whole == null || faulty
                ? withoutExceptions(rule, origin, used)
                : ParsedRule.of(rule, whole, text, used)),
        used);
  }

  /** The condition alone, so that what follows can look at it where the exceptions are faulty. */
  private @Nullable ParsedRule withoutExceptions(RuleDef rule, Origin origin, Set<String> used) {
    Diagnostics ignored = new Diagnostics();
    ConditionText text =
        rule.exceptions().isEmpty() ? null : text(rule.condition(), used, origin, ignored);
    Expr condition = text == null ? null : parse(text, origin, ignored);
    return text == null || condition == null
        ? null
        : new ParsedRule(rule, condition, List.of(), text, used);
  }

  private Diagnostics within(List<Location> outer, Location inner) {
    List<Location> locations = new ArrayList<>(outer);
    locations.add(inner);
    return diags.within(locations);
  }

  private @Nullable ConditionText text(
      ScalarText written, Set<String> used, Origin origin, Diagnostics here) {
    try {
      return new ConditionText(written, splicer.splice(written, used));
    } catch (SyntaxFault fault) {
      report(fault, written, origin, here);
      return null;
    }
  }

  private static @Nullable Expr parse(ConditionText text, Origin origin, Diagnostics here) {
    try {
      return ConditionSyntax.condition(text.read(), NestingLimit.RULE_FILES);
    } catch (SyntaxFault fault) {
      report(fault, text.read(), origin, here);
      return null;
    }
  }

  /** At the end of the text: behind its last character that is no blank. */
  private static void report(SyntaxFault fault, ScalarText text, Origin origin, Diagnostics here) {
    int last = text.text().stripTrailing().length();
    SourceSpan place =
        fault.start() < last
            ? text.span(fault.start(), fault.end())
            : behind(text.span(0, 0), text, last);
    List<Related> related = new ArrayList<>();
    if (fault.opened() >= 0) {
      SourceSpan bracket = text.span(fault.opened(), fault.opened() + 1);
      // Those that exceptions are put in stand in no file.
      if (bracket.text().equals("(")) {
        related.add(new Related("the bracket begins", bracket));
      }
    }
    related.addAll(origin.of(place));
    ConditionPlace stop = ConditionPlace.at(text.text(), text.text(), fault.stop());
    here.report(
        new Diagnostic(DiagnosticCode.CONDITION_SYNTAX, place, fault.text(), fault.hint(), related)
            .as(FalcoForm.SAME.withPlace(stop)));
  }

  private static SourceSpan behind(SourceSpan start, ScalarText text, int end) {
    if (end == 0) {
      return start;
    }
    SourceSpan last = text.span(end - 1, end);
    return new SourceSpan(last.file(), last.end(), last.end());
  }
}
