package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.RuleDecl;
import io.falcoj.compiler.yaml.item.RuleUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule while files are merged; hands out the same definition until something changes. */
final class RuleState {
  private final int index;
  private final RuleDecl declared;
  final boolean knownSource;

  private ScalarText condition;
  private ScalarText output;
  private String description;
  private SortedSet<String> tags;
  private String priority;
  private boolean enabled;
  private boolean warnEvttypes;
  private boolean skipIfUnknownFilter;
  private boolean capture;
  private long captureDurationMillis;
  private List<ExceptionDef> exceptions;
  private List<Revision> revisions;
  private @Nullable RuleDef made;

  /**
   * @param earlier the declarations whose place this one takes
   */
  RuleState(
      int index,
      RuleDecl declared,
      boolean knownSource,
      List<ExceptionDef> exceptions,
      List<Revision> earlier) {
    this.index = index;
    this.declared = declared;
    this.knownSource = knownSource;
    this.condition = declared.condition();
    this.output = declared.output();
    this.description = declared.description();
    this.tags = new TreeSet<>(declared.tags());
    this.priority = declared.priority();
    this.enabled = declared.enabled();
    this.warnEvttypes = declared.warnEvttypes();
    this.skipIfUnknownFilter = declared.skipIfUnknownFilter();
    this.capture = declared.capture();
    this.captureDurationMillis = declared.captureDurationMillis();
    this.exceptions = exceptions;
    this.revisions = Revision.and(earlier, Revision.of(declared, !earlier.isEmpty()));
  }

  int index() {
    return index;
  }

  String source() {
    return declared.source();
  }

  SourceSpan span() {
    return declared.span();
  }

  List<Location> context() {
    return declared.context();
  }

  List<ExceptionDef> exceptions() {
    return exceptions;
  }

  List<Revision> revisions() {
    return revisions;
  }

  void enable(Declaration.RuleToggle toggle) {
    enabled = toggle.enabled();
    revisions = Revision.and(revisions, Revision.of(toggle));
    made = null;
  }

  /** Adds texts with one blank between, and tags; exceptions were merged by the collector. */
  void append(RuleUpdate update, List<ExceptionDef> merged) {
    condition = joined(condition, update.condition());
    output = joined(output, update.output());
    if (update.description() != null) {
      description = description + " " + update.description().text();
    }
    if (update.tags() != null) {
      tags = new TreeSet<>(tags);
      tags.addAll(update.tags());
    }
    exceptions = merged;
    revisions = Revision.and(revisions, Revision.of(update));
    made = null;
  }

  void replace(RuleUpdate update, @Nullable List<ExceptionDef> replaced) {
    condition = orElse(update.condition(), condition);
    output = orElse(update.output(), output);
    description = update.description() == null ? description : update.description().text();
    tags = update.tags() == null ? tags : new TreeSet<>(update.tags());
    exceptions = orElse(replaced, exceptions);
    RuleUpdate.Settings settings = update.settings();
    priority = orElse(settings.priority(), priority);
    enabled = orElse(settings.enabled(), enabled);
    warnEvttypes = orElse(settings.warnEvttypes(), warnEvttypes);
    skipIfUnknownFilter = orElse(settings.skipIfUnknownFilter(), skipIfUnknownFilter);
    capture = orElse(settings.capture(), capture);
    captureDurationMillis = orElse(settings.captureDurationMillis(), captureDurationMillis);
    revisions = Revision.and(revisions, Revision.of(update));
    made = null;
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static ScalarText joined(ScalarText text, @Nullable ScalarText added) {
    if (added == null) {
      return text;
    }
    ScalarText blank = ScalarText.synthetic(" ", added.span(0, 0));
    return ScalarText.join(List.of(text, blank, added));
  }

  RuleDef toDef(String name) {
    if (made == null) {
      Set<String> sorted = Collections.unmodifiableSortedSet(tags);
      made =
          new RuleDef(
              name,
              index,
              declared.source(),
              description,
              Objects.requireNonNull(Priority.of(priority), "the reader checks priorities"),
              condition,
              output,
              sorted,
              new ArrayList<>(exceptions),
              enabled,
              warnEvttypes,
              skipIfUnknownFilter,
              capture,
              captureDurationMillis,
              revisions,
              declared.span(),
              declared.context());
    }
    return made;
  }
}
