package io.falcoj.compiler.decl;

import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.item.Declaration.RuleToggle;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.MacroDecl;
import io.falcoj.compiler.yaml.item.RuleDecl;
import io.falcoj.compiler.yaml.item.RuleUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the declarations that made a rule, a macro or a list what it is.
 *
 * @param keys what an append or override is about, as rule files name it; empty for a definition
 * @param condition what it brought to the condition, or null
 * @param enabled what it says of being enabled, or null
 * @param span the name in that declaration
 */
public record Revision(
    Kind kind,
    List<String> keys,
    @Nullable ScalarText condition,
    @Nullable Boolean enabled,
    SourceSpan span) {
  /** What a declaration does to those before it. */
  public enum Kind {
    /** There was none before. */
    DEFINED,
    /** Takes the place of all before. */
    REDEFINED,
    /** Adds to what was there. */
    APPENDED,
    /** Replaces parts. */
    OVERRIDDEN
  }

  public Revision {
    keys = List.copyOf(keys);
  }

  static Revision of(RuleDecl decl, boolean again) {
    return new Revision(
        again ? Kind.REDEFINED : Kind.DEFINED,
        List.of(),
        decl.condition(),
        decl.enabled(),
        decl.span());
  }

  static Revision of(RuleUpdate update) {
    List<String> keys = new ArrayList<>();
    name(keys, "condition", update.condition());
    name(keys, "output", update.output());
    name(keys, "desc", update.description());
    name(keys, "tags", update.tags());
    name(keys, "exceptions", update.exceptions());
    RuleUpdate.Settings settings = update.settings();
    name(keys, "priority", settings.priority());
    name(keys, "enabled", settings.enabled());
    name(keys, "warn_evttypes", settings.warnEvttypes());
    name(keys, "skip-if-unknown-filter", settings.skipIfUnknownFilter());
    name(keys, "capture", settings.capture());
    name(keys, "capture_duration", settings.captureDurationMillis());
    return new Revision(
        update.replace() ? Kind.OVERRIDDEN : Kind.APPENDED,
        keys,
        update.condition(),
        settings.enabled(),
        update.span());
  }

  private static void name(List<String> keys, String key, @Nullable Object value) {
    if (value != null) {
      keys.add(key);
    }
  }

  static Revision of(RuleToggle toggle) {
    return new Revision(Kind.OVERRIDDEN, List.of("enabled"), null, toggle.enabled(), toggle.span());
  }

  static Revision of(MacroDecl decl, boolean again) {
    return new Revision(
        kind(decl.append(), again),
        decl.append() ? List.of("condition") : List.of(),
        decl.condition(),
        null,
        decl.span());
  }

  static Revision of(ListDecl decl, boolean again) {
    return new Revision(
        kind(decl.append(), again),
        decl.append() ? List.of("items") : List.of(),
        null,
        null,
        decl.span());
  }

  private static Kind kind(boolean append, boolean again) {
    return append ? Kind.APPENDED : again ? Kind.REDEFINED : Kind.DEFINED;
  }

  /** Those that a later definition has not replaced. */
  public static List<Revision> effective(List<Revision> revisions) {
    int last = 0;
    for (int i = 0; i < revisions.size(); i++) {
      Kind kind = revisions.get(i).kind();
      last = kind == Kind.DEFINED || kind == Kind.REDEFINED ? i : last;
    }
    return List.copyOf(revisions.subList(last, revisions.size()));
  }

  /** The one that says last whether the rule is enabled; null when none does. */
  public static @Nullable Revision enabling(List<Revision> revisions) {
    Revision found = null;
    for (Revision revision : revisions) {
      found = revision.enabled() == null ? found : revision;
    }
    return found;
  }

  /** The revisions with one more behind them. */
  static List<Revision> and(List<Revision> revisions, Revision next) {
    List<Revision> all = new ArrayList<>(revisions);
    all.add(next);
    return List.copyOf(all);
  }
}
