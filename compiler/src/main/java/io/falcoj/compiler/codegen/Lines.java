package io.falcoj.compiler.codegen;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Line numbers of spans. */
final class Lines {
  /** A class file's line table has 16 bits. */
  static final int MAX_LINE = 65_535;

  private final Map<SourceFile, int[]> starts = new IdentityHashMap<>();

  /** Line of the span's start, from 1. */
  int of(SourceSpan span) {
    int[] offsets = starts.computeIfAbsent(span.file(), Lines::scan);
    int at = Arrays.binarySearch(offsets, span.start());
    return at >= 0 ? at + 1 : -at - 1;
  }

  private static int[] scan(SourceFile file) {
    List<Integer> offsets = new ArrayList<>();
    offsets.add(0);
    String text = file.text();
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      offsets.add(i + 1);
    }
    return offsets.stream().mapToInt(Integer::intValue).toArray();
  }
}
