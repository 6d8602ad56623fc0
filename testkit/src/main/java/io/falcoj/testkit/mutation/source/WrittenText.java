package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A text of a rule file that can be changed in the file as well. */
public record WrittenText(ScalarText text) {
  /** The text after the edits, which do not overlap. */
  public ScalarText with(List<TextEdit> edits) {
    List<TextEdit> last = new ArrayList<>(edits);
    last.sort(Comparator.comparingInt(TextEdit::start).reversed());
    ScalarText changed = text;
    for (TextEdit edit : last) {
      changed = changed.replace(edit.start(), edit.end(), edit.replacement());
    }
    return changed;
  }

  /**
   * The same in the file; empty where the file spells characters otherwise, as with escapes, and
   * where nothing would be left of a scalar.
   */
  public Optional<List<SourceEdit>> inFile(List<TextEdit> edits) {
    List<SourceEdit> all = new ArrayList<>();
    for (TextEdit edit : edits) {
      List<SourceSpan> places =
          edit.start() == edit.end()
              ? List.of(text.span(edit.start(), edit.start()))
              : text.places(edit.start(), edit.end());
      String replacement = edit.replacement();
      for (SourceSpan place : places) {
        all.add(new SourceEdit(place, replacement));
        replacement = "";
      }
      if (!spelledAlike(edit, places)) {
        return Optional.empty();
      }
    }
    return all.isEmpty() || empties(all) ? Optional.empty() : Optional.of(all);
  }

  private boolean spelledAlike(TextEdit edit, List<SourceSpan> places) {
    StringBuilder raw = new StringBuilder();
    places.forEach(place -> raw.append(place.text()));
    return squeezed(raw.toString())
        .equals(squeezed(text.text().substring(edit.start(), edit.end())));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Whether an edit takes all that a fragment of the text says. */
  private boolean empties(List<SourceEdit> edits) {
    for (SourceSpan fragment : text.places(0, text.text().length())) {
      String left =
          SourceEdit.apply(
              fragment.text(),
              edits.stream()
                  .filter(e -> e.place().file() == fragment.file())
                  .filter(e -> e.place().start() >= fragment.start())
                  .filter(e -> e.place().end() <= fragment.end())
                  .map(e -> moved(e, fragment.start()))
                  .toList());
      if (left.isBlank() && !fragment.text().isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static SourceEdit moved(SourceEdit edit, int by) {
    SourceSpan place = edit.place();
    return new SourceEdit(
        new SourceSpan(place.file(), place.start() - by, place.end() - by), edit.replacement());
  }
}
