package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a condition's text comes from, apart from what is written in it.
 *
 * @param lists those that it can name
 * @param user the rule or macro that it belongs to
 * @param first the same, where it was declared first
 */
public record Origin(List<ListDef> lists, Related user, Related first) {
  /** Of a rule or macro that has these revisions. */
  public static Origin of(List<ListDef> lists, Related user, List<Revision> revisions) {
    return new Origin(lists, user, new Related(user.message(), revisions.get(0).span()));
  }

  /**
   * How a place in a list came into the condition. For a place in its own text: which declaration
   * it changes, when that stands in another file, and else nothing.
   */
  public List<Related> of(SourceSpan place) {
    List<Related> related = new ArrayList<>(ListTrace.of(lists, place).related());
    if (!related.isEmpty()) {
      related.add(user);
    } else if (first.span().file() != place.file()) {
      related.add(first);
    }
    return related;
  }
}
