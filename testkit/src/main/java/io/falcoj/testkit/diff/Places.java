package io.falcoj.testkit.diff;

import io.falcoj.compiler.source.SourceSpan;

/** File and line of places. */
final class Places {
  private Places() {}

  static String of(SourceSpan span) {
    return span.file().name() + ":" + span.file().lines().line(span.start());
  }
}
