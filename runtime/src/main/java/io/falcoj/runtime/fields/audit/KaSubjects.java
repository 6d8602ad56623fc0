package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/** The subjects of a role binding, by kind. */
public final class KaSubjects {
  private static final KaPath SUBJECTS = KaPath.of("requestObject", "subjects");
  private static final ByteSlice KIND = ByteSlice.of("kind");
  private static final ByteSlice NAME = ByteSlice.of("name");
  private static final ByteSlice NAMESPACE = ByteSlice.of("namespace");

  private KaSubjects() {}

  /** Names of the subjects of that kind, or null when there is none. */
  public static @Nullable ValueList names(MatchContext ctx, ByteSlice kind) {
    return collect(ctx, kind, false);
  }

  /** The same as {@code namespace:name}, without subjects that have no namespace. */
  public static @Nullable ValueList namespacedNames(MatchContext ctx, ByteSlice kind) {
    return collect(ctx, kind, true);
  }

  private static @Nullable ValueList collect(MatchContext ctx, ByteSlice kind, boolean namespaced) {
    JsonDocument doc = SUBJECTS.documentWithMembers(ctx);
    int subjects = SUBJECTS.findWithMembers(doc);
    if (!doc.is(subjects, JsonKind.ARRAY)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int s = doc.firstChild(subjects); s != JsonDocument.NONE; s = doc.nextChild(subjects, s)) {
      ByteSlice its = AuditText.of(ctx, doc, doc.get(s, KIND));
      ByteSlice name = AuditText.of(ctx, doc, doc.get(s, NAME));
      if (its == null || name == null || !its.contentEquals(kind)) {
        continue;
      }
      if (!namespaced) {
        list.add(name);
        continue;
      }
      ByteSlice namespace = AuditText.of(ctx, doc, doc.get(s, NAMESPACE));
      if (namespace != null) {
        TextBuilder text = ctx.text();
        text.append(namespace).append(':').append(name);
        list.add(text.finish(ctx.slice()));
      }
    }
    return KaPath.orNull(list);
  }
}
