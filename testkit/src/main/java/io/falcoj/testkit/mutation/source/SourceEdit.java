package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replaces the characters at a place of a rule file. */
public record SourceEdit(SourceSpan place, String replacement) {
  /** The file's text after the edits that are about it, which do not overlap. */
  public static String apply(String text, List<SourceEdit> edits) {
    List<SourceEdit> last = new ArrayList<>(edits);
    last.sort(Comparator.comparingInt((SourceEdit edit) -> edit.place.start()).reversed());
    StringBuilder changed = new StringBuilder(text);
    for (SourceEdit edit : last) {
      changed.replace(edit.place.start(), edit.place.end(), edit.replacement);
    }
    return changed.toString();
  }
}
