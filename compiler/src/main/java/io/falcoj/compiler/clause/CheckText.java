package io.falcoj.compiler.clause;

import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that parts of a condition are read from: the rule's, or that of one of its macros.
 *
 * @param condition with the names of lists; null where parts are not written as such
 * @param revisions the declarations that the text comes from
 */
record CheckText(@Nullable ScalarText condition, List<Revision> revisions) {
  /** Of what is put together from other texts. */
  static final CheckText NONE = new CheckText(null, List.of());

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** A check on one line, as written where it stands in one piece. */
  String of(Expr check) {
    String written = condition == null ? "" : oneLine(condition.textAt(check.span()));
    return written.isEmpty() ? AstPrinter.print(check) : written;
  }

  static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** The append or override that brought the text at the place. */
  List<Revision> origins(SourceSpan place) {
    return revisions.stream()
        .filter(r -> r.kind() == Revision.Kind.APPENDED || r.kind() == Revision.Kind.OVERRIDDEN)
        .filter(r -> r.condition() != null && r.condition().covers(place))
        .toList();
  }
}
