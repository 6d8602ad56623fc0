package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleCatalog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as trees, names of lists replaced.
 *
 * @param rules those whose condition could be read, in order of evaluation
 * @param unusedLists lists that no condition and no other list names
 * @param earlier the same for what was declared when each file but the last ended
 */
public record ParsedRules(
    RuleCatalog catalog,
    List<ParsedRule> rules,
    List<ParsedMacro> macros,
    List<ListDef> unusedLists,
    List<ParsedRules> earlier) {
  public ParsedRules {
    rules = List.copyOf(rules);
    macros = List.copyOf(macros);
    unusedLists = List.copyOf(unusedLists);
    earlier = List.copyOf(earlier);
  }

  /**
   * A macro as read.
   *
   * @param condition may name other macros; null when it was reported as an error
   * @param text what it was read from; null when it is too long with its lists
   * @param lists names of the lists whose items became part of it
   */
  public record ParsedMacro(
      MacroDef macro, @Nullable Expr condition, @Nullable ConditionText text, Set<String> lists) {
    public ParsedMacro {
      lists = Set.copyOf(lists);
    }
  }
}
