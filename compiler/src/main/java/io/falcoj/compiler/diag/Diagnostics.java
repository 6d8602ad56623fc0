package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the findings of a run; every stage reports here and goes on. A view made by {@link
 * #within} reports to the same run and names the enclosing declarations.
 */
public final class Diagnostics {
  /** Findings kept of each severity; further ones are counted only. */
  public static final int LIMIT = 50;

  private static final class Run {
    final int limit;
    final List<Diagnostic> all = new ArrayList<>();
    final Set<Key> seen = new HashSet<>();
    final int[] counts = new int[Severity.values().length];

    Run(int limit) {
      this.limit = limit;
    }
  }

  private record Key(DiagnosticCode code, SourceSpan span, String message) {}

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
    if (!run.seen.add(new Key(diagnostic.code(), diagnostic.span(), diagnostic.message()))) {
      return;
    }
    if (run.counts[diagnostic.severity().ordinal()]++ < run.limit) {
      run.all.add(diagnostic.context().isEmpty() ? diagnostic.within(context) : diagnostic);
    }
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
