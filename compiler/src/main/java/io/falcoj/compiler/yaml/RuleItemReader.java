package io.falcoj.compiler.yaml;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads an item with the key {@code rule}: a definition, an update, or a toggle. */
final class RuleItemReader {
  private static final String DURATION = "capture_duration";

  static final Set<String> KEYS =
      Set.of(
          "rule",
          "condition",
          "output",
          "desc",
          "priority",
          "source",
          "enabled",
          "capture",
          DURATION,
          "warn_evttypes",
          "skip-if-unknown-filter",
          "tags",
          "exceptions",
          "override",
          "append");

  // In the order in which upstream looks at them.
  static final Set<String> APPENDABLE =
      ordered("condition", "exceptions", "output", "desc", "tags");
  static final Set<String> REPLACEABLE =
      ordered(
          "condition",
          "exceptions",
          "output",
          "desc",
          "tags",
          "priority",
          "capture",
          DURATION,
          "enabled",
          "warn_evttypes",
          "skip-if-unknown-filter");
  static final Set<String> PRIORITIES =
      ordered(
          "emergency",
          "alert",
          "critical",
          "error",
          "warning",
          "notice",
          "informational",
          "info",
          "debug");

  private final Item item;
  private final Diagnostics diags;
  private final String name;
  private final SourceSpan nameSpan;

  /** For an item whose context already names the rule. */
  RuleItemReader(Item item, Diagnostics diags) throws Item.Fault {
    this.item = item;
    this.diags = diags.within(item.context());
    ScalarText text = item.text("rule");
    this.name = text.text();
    this.nameSpan = text.span();
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  List<Declaration> read() throws Item.Fault {
    String source = item.emptyableText("source");
    boolean append = item.flag("append", false);
    if (append) {
      diags.report(DiagnosticCode.DEPRECATED_ITEM, nameSpan, RuleFileReader.APPEND_DEPRECATED);
    }
    Overrides overrides = Overrides.read(item, APPENDABLE, REPLACEABLE);
    if (append && !overrides.isEmpty()) {
      throw item.fault(Overrides.TOGETHER);
    }
    if (!overrides.isEmpty()) {
      return updates(overrides, source == null ? "" : source);
    }
    if (append) {
      return List.of(legacyAppend(source == null ? "" : source));
    }
    if (item.firstOf("condition", "output", "desc", "priority") == null) {
      return List.of(toggle());
    }
    return definition();
  }

  private List<Declaration> updates(Overrides overrides, String source) throws Item.Fault {
    Set<String> unexpected = overrides.check(item, APPENDABLE, REPLACEABLE);
    List<Declaration> updates = new ArrayList<>();
    if (!overrides.append().isEmpty()) {
      updates.add(update(overrides.append(), false, source));
    }
    if (!overrides.replace().isEmpty()) {
      updates.add(update(overrides.replace(), true, source));
    }
    for (String key : unexpected) {
      // As upstream: the rest of the item counts nevertheless.
      Item.Fault fault = Overrides.unexpected(item, key);
      fault.report(diags);
      updates.add(new Declaration.Broken("", "", fault.span, item.context()));
    }
    return updates;
  }

  private RuleUpdate update(Set<String> keys, boolean replace, String source) throws Item.Fault {
    return new RuleUpdate(
        name,
        replace,
        // As upstream: the source is looked at only together with a condition.
        keys.contains("condition") ? source : "",
        keys.contains("condition") ? item.text("condition") : null,
        keys.contains("output") ? item.text("output") : null,
        keys.contains("desc") ? item.text("desc") : null,
        keys.contains("tags") ? tags() : null,
        keys.contains("exceptions") ? new ExceptionReader(item, diags).read(!replace) : null,
        new RuleUpdate.Settings(
            keys.contains("priority") ? priority() : null,
            keys.contains("enabled") ? item.optionalFlag("enabled") : null,
            keys.contains("warn_evttypes") ? item.optionalFlag("warn_evttypes") : null,
            keys.contains("skip-if-unknown-filter")
                ? item.optionalFlag("skip-if-unknown-filter")
                : null,
            keys.contains("capture") ? item.optionalFlag("capture") : null,
            keys.contains(DURATION) ? item.optionalNumber(DURATION) : null),
        nameSpan,
        item.context());
  }

  private RuleUpdate legacyAppend(String source) throws Item.Fault {
    ScalarText condition = item.optionalText("condition");
    List<ExceptionDecl> exceptions =
        item.has("exceptions") ? new ExceptionReader(item, diags).read(true) : null;
    return new RuleUpdate(
        name,
        false,
        source,
        condition,
        null,
        null,
        null,
        exceptions,
        RuleUpdate.Settings.NONE,
        nameSpan,
        item.context());
  }

  private Declaration toggle() throws Item.Fault {
    item.required("enabled");
    boolean enabled = item.flag("enabled", true);
    diags.report(
        DiagnosticCode.DEPRECATED_ITEM,
        nameSpan,
        "The standalone 'enabled' key usage is deprecated. The correct approach requires also a"
            + " 'replace' entry under the 'override' key (i.e. 'enabled: replace').");
    return new Declaration.RuleToggle(name, enabled, nameSpan, item.context());
  }

  /** Reads on behind a fault, so that all of the rule's are reported. */
  private List<Declaration> definition() {
    int errors = diags.errorCount();
    ScalarText none = ScalarText.synthetic("", nameSpan);
    ScalarText condition = or(none, () -> item.text("condition"));
    ScalarText output = or(ScalarText.synthetic("-", nameSpan), () -> item.text("output").strip());
    String description = or("", () -> item.text("desc").text());
    String priority = or(PRIORITIES.iterator().next(), this::priority);
    ScalarText syscall = ScalarText.synthetic(EventSources.SYSCALL, nameSpan);
    ScalarText source = or(syscall, () -> item.has("source") ? item.text("source") : syscall);
    boolean enabled = or(true, () -> item.flag("enabled", true));
    boolean capture = or(false, () -> item.flag("capture", false));
    long duration = or(0L, () -> Objects.requireNonNullElse(item.optionalNumber(DURATION), 0L));
    boolean warnEvttypes = or(true, () -> item.flag("warn_evttypes", true));
    boolean skip = or(false, () -> item.flag("skip-if-unknown-filter", false));
    Set<String> tags = or(Set.of(), this::tags);
    List<ExceptionDecl> exceptions =
        or(List.of(), () -> new ExceptionReader(item, diags).read(false));
    List<Declaration> declarations = new ArrayList<>();
    if (diags.errorCount() > errors) {
      // Before what is known of it, since upstream reads no further.
      declarations.add(ItemReader.broken(item));
    }
    if (condition != none) {
      declarations.add(
          new RuleDecl(
              name,
              source,
              condition,
              output,
              description,
              priority,
              tags,
              exceptions,
              enabled,
              warnEvttypes,
              skip,
              capture,
              duration,
              nameSpan,
              item.context()));
    }
    return declarations;
  }

  private interface Reading<T> {
    T value() throws Item.Fault;
  }

  /** What is read, or after a fault the other value. */
  private <T> T or(T otherwise, Reading<T> reading) {
    try {
      return reading.value();
    } catch (Item.Fault fault) {
      fault.report(diags);
      return otherwise;
    }
  }

  private String priority() throws Item.Fault {
    ScalarText text = item.text("priority");
    if (!PRIORITIES.contains(text.text().toLowerCase(Locale.ROOT))) {
      throw new Item.Fault(
          DiagnosticCode.YAML_VALIDATE,
          text.span(),
          "Invalid priority",
          priorityHint(text.text()),
          Item.join(item.context(), new Location("rule priority", "", text.span())));
    }
    return text.text();
  }

  private static String priorityHint(String text) {
    String hint = Hints.didYouMean(text.toLowerCase(Locale.ROOT), PRIORITIES);
    return hint == null ? "one of " + String.join(", ", PRIORITIES) : hint;
  }

  private Set<String> tags() throws Item.Fault {
    Set<String> tags = new TreeSet<>();
    if (item.has("tags")) {
      for (ScalarText tag : item.texts("tags")) {
        tags.add(tag.text());
      }
    }
    return tags;
  }
}
