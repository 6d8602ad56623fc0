package io.falcoj.compiler.diag;

import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of a finding, whatever kind of file it is about. */
public interface Finding {
  /** Its kind, as text output shows it in brackets. */
  String label();

  Severity severity();

  SourceSpan span();

  /** One sentence. */
  String message();

  /** A way out, or null. */
  @Nullable String hint();

  /** Further places. */
  List<Related> related();
}
