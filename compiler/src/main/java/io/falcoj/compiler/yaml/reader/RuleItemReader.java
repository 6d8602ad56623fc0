package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import io.falcoj.compiler.yaml.item.RuleDecl;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads an item with the key {@code rule}: a definition, an update, or a toggle. */
final class RuleItemReader {
  static final String DURATION = "capture_duration";

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
      RuleParts.ordered("condition", "exceptions", "output", "desc", "tags");
  static final Set<String> REPLACEABLE =
      RuleParts.ordered(
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
  private final Item item;
  private final Diagnostics diags;
  private final ItemFaults faults;
  private final RuleParts parts;
  private final ScalarText name;

  /** For an item whose context already names the rule. */
  RuleItemReader(Item item, Diagnostics diags) throws Item.Fault {
    this.item = item;
    this.diags = diags.within(item.context());
    this.faults = new ItemFaults(diags);
    this.parts = new RuleParts(item, faults, diags);
    this.name = item.text("rule");
  }

  List<Declaration> read() throws Item.Fault {
    String source = faults.orNull(() -> item.emptyableText("source"));
    Boolean append = faults.orNull(() -> item.flag("append", false));
    boolean appends = append == null || append;
    if (append != null && appends) {
      diags.report(DiagnosticCode.DEPRECATED_ITEM, name.span(), RuleFileReader.APPEND_DEPRECATED);
    }
    Overrides overrides = Overrides.read(item, APPENDABLE, REPLACEABLE, faults);
    if (append != null && appends && !overrides.isEmpty()) {
      faults.add(item.fault(Overrides.TOGETHER));
    }
    RuleUpdateReader updates = new RuleUpdateReader(parts, name, source == null ? "" : source);
    if (overrides.isSaid()) {
      return updates.overridden(overrides);
    }
    if (appends) {
      return updates.legacyAppend();
    }
    return item.firstOf("condition", "output", "desc", "priority") == null
        ? toggle()
        : definition();
  }

  private List<Declaration> toggle() throws Item.Fault {
    item.required("enabled");
    boolean enabled = item.flag("enabled", true);
    diags.report(
        DiagnosticCode.DEPRECATED_ITEM,
        name.span(),
        "The standalone 'enabled' key usage is deprecated. The correct approach requires also a"
            + " 'replace' entry under the 'override' key (i.e. 'enabled: replace').");
    List<Declaration> declarations = new ArrayList<>();
    faults.mark(declarations, ItemReader.broken(item));
    declarations.add(new Declaration.RuleToggle(name.text(), enabled, name.span(), item.context()));
    return declarations;
  }

  private List<Declaration> definition() {
    ScalarText none = ScalarText.synthetic("", name.span());
    ScalarText dash = ScalarText.synthetic("-", name.span());
    ScalarText syscall = ScalarText.synthetic(EventSources.SYSCALL, name.span());
    ScalarText condition = faults.or(none, () -> item.text("condition"));
    ScalarText output = faults.or(dash, () -> item.text("output").strip());
    String description = faults.or("", () -> item.text("desc").text());
    String priority = faults.or(RuleParts.PRIORITIES.iterator().next(), parts::priority);
    ScalarText source =
        faults.or(syscall, () -> item.has("source") ? item.text("source") : syscall);
    boolean enabled = flag("enabled", true);
    boolean capture = flag("capture", false);
    long duration =
        faults.or(0L, () -> Objects.requireNonNullElse(item.optionalNumber(DURATION), 0L));
    boolean warnEvttypes = flag("warn_evttypes", true);
    boolean skip = flag("skip-if-unknown-filter", false);
    Set<String> tags = faults.or(Set.of(), parts::tags);
    List<ExceptionDecl> exceptions = faults.or(List.of(), () -> parts.exceptions(false));
    List<Declaration> declarations = new ArrayList<>();
    faults.mark(declarations, ItemReader.broken(item));
    if (condition != none) {
      declarations.add(
          new RuleDecl(
              name.text(),
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
              name.span(),
              item.context()));
    }
    return declarations;
  }

  private boolean flag(String key, boolean otherwise) {
    return faults.or(otherwise, () -> item.flag(key, otherwise));
  }
}
