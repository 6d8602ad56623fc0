package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the findings of a run; every stage reports here and goes on. A view made by {@link
 * #within} reports to the same run and names the enclosing declarations.
 */
public final class Diagnostics {
  /** Findings kept of each severity; further ones are counted only. */
  public static final int LIMIT = 10_000;

  private static final class Run {
    final int limit;
    final List<Diagnostic> all = new ArrayList<>();
    final Set<Key> seen = new HashSet<>();
    final int[] counts = new int[Severity.values().length];

    Run(int limit) {
      this.limit = limit;
    }
  }

  /** A fault of a shared macro is one fault; a warning concerns each rule. */
  private record Key(
      DiagnosticCode code, SourceSpan span, String message, @Nullable Location innermost) {}

  private final Run run;
  private final List<Location> context;

  public Diagnostics() {
    this(LIMIT);
  }

  /** Keeps up to {@code limit} findings of each severity. */
  public Diagnostics(int limit) {
    this(new Run(limit), List.of());
  }

  private Diagnostics(Run run, List<Location> context) {
    this.run = run;
    this.context = context;
  }

  /** A view whose findings lie inside the given declarations, outermost first. */
  public Diagnostics within(List<Location> locations) {
    return new Diagnostics(run, List.copyOf(locations));
  }

  /** Keeps the finding unless the same one was reported at the same place. */
  public void report(Diagnostic diagnostic) {
    Diagnostic placed = diagnostic.context().isEmpty() ? diagnostic.within(context) : diagnostic;
    if (run.seen.add(key(placed)) && run.counts[placed.severity().ordinal()]++ < run.limit) {
      run.all.add(placed);
    }
  }

  private static Key key(Diagnostic found) {
    int inner = found.context().size() - 1;
    boolean perRule = found.severity() == Severity.WARNING && inner >= 0;
    Location innermost = perRule ? found.context().get(inner) : null;
    return new Key(found.code(), found.span(), found.message(), innermost);
  }

  public void report(DiagnosticCode code, SourceSpan span, String message) {
    report(new Diagnostic(code, span, message));
  }

  public boolean hasErrors() {
    return errorCount() > 0;
  }

  /** All errors reported so far, those beyond the limit included. */
  public int errorCount() {
    return count(Severity.ERROR);
  }

  /** All findings of a severity reported so far, those beyond the limit included. */
  public int count(Severity severity) {
    return run.counts[severity.ordinal()];
  }

  /** How many findings were not kept because of the limit. */
  public int omitted() {
    int reported = 0;
    for (int count : run.counts) {
      reported += count;
    }
    return reported - run.all.size();
  }

  /** The kept findings in the order in which they were reported. */
  public List<Diagnostic> reported() {
    return List.copyOf(run.all);
  }

  /** The kept findings in file order, then by position. */
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(run.all);
    sorted.sort(
        Comparator.comparing((Diagnostic d) -> d.span().file().name())
            .thenComparing(d -> d.span().start()));
    return sorted;
  }
}
