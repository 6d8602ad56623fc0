package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a condition's text comes from, apart from what is written in it.
 *
 * @param lists those that it can name
 * @param user the rule or macro that it belongs to
 */
record Origin(List<ListDef> lists, Related user) {
  /** How a place in a list came into the condition; empty for its own text. */
  List<Related> of(SourceSpan place) {
    List<Related> related = new ArrayList<>(ListTrace.of(lists, place).related());
    if (!related.isEmpty()) {
      related.add(user);
    }
    return related;
  }
}
