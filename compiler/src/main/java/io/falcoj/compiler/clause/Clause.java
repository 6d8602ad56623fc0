package io.falcoj.compiler.clause;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A part of a rule's condition as its author sees it: names of macros and exceptions are still
 * there. The same for every event.
 *
 * @param text a check as written, the name of a macro or an exception; else empty
 * @param place a check's first character, a definition's name, an exception's row
 * @param origins for a macro the declarations that made it; for a check the append or override that
 *     it stands in, if any
 * @param listings what a check's right side was filled from
 * @param expr the part with the names in it
 * @param pred what is evaluated; of a part that only gives a name to another, the same as of that
 */
public record Clause(
    Kind kind,
    String text,
    SourceSpan place,
    List<Revision> origins,
    List<Listing> listings,
    Expr expr,
    Pred pred,
    List<Clause> clauses) {
  /** What a part is. */
  public enum Kind {
    ALL_OF,
    ANY_OF,
    NOT,
    CHECK,
    /** A macro's name; the macro's condition is its only part. */
    MACRO,
    /** An exception; its rows are its parts, or one check for an exception of one field. */
    EXCEPTION,
    /** A row of an exception's values; its checks are its parts. */
    ROW
  }

  /**
   * A list, or values of an exception, in a check.
   *
   * @param text the list's name, or the values
   * @param size how many items it has itself
   */
  public record Listing(boolean list, String text, int size, SourceSpan place) {}

  public Clause {
    origins = List.copyOf(origins);
    listings = List.copyOf(listings);
    clauses = List.copyOf(clauses);
  }

  /** True for a part that is what its only part is, under a name. */
  public boolean isName() {
    return clauses.size() == 1 && clauses.get(0).pred() == pred;
  }
}
