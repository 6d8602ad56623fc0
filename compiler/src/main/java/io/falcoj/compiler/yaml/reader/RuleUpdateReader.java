package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import io.falcoj.compiler.yaml.item.RuleUpdate;
import io.falcoj.compiler.yaml.reader.ItemFaults.OptionalReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule's item that changes an earlier definition. */
final class RuleUpdateReader {
  private final RuleParts parts;
  private final Item item;
  private final ItemFaults faults;
  private final ScalarText name;
  private final String source;
  private final List<Declaration> declarations = new ArrayList<>();

  /**
   * @param source empty when not said
   */
  RuleUpdateReader(RuleParts parts, ScalarText name, String source) {
    this.parts = parts;
    this.item = parts.item();
    this.faults = parts.faults();
    this.name = name;
    this.source = source;
  }

  /** What the old {@code append: true} adds. */
  List<Declaration> legacyAppend() {
    ScalarText condition = faults.orNull(() -> item.optionalText("condition"));
    List<ExceptionDecl> exceptions =
        item.has("exceptions") ? faults.orNull(() -> parts.exceptions(true)) : null;
    declare(
        new RuleUpdate(
            name.text(),
            false,
            source,
            condition,
            null,
            null,
            null,
            exceptions,
            RuleUpdate.Settings.NONE,
            name.span(),
            item.context()));
    return declarations;
  }

  /** An update of what is added to, and one of what is replaced, as {@code override} says. */
  List<Declaration> overridden(Overrides overrides) {
    Set<String> given = overrides.given(item, RuleItemReader.REPLACEABLE);
    if (!overrides.append().isEmpty()) {
      declare(new Keys(overrides.append(), given, false).update());
    }
    if (!overrides.replace().isEmpty()) {
      declare(new Keys(overrides.replace(), given, true).update());
    }
    for (String key : given) {
      faults.add(Overrides.unexpected(item, key));
    }
    faults.mark(declarations, broken());
    return declarations;
  }

  private void declare(RuleUpdate update) {
    faults.mark(declarations, broken());
    if (faults.count() == 0 || !update.isEmpty()) {
      declarations.add(update);
    }
  }

  /** Without a name: it is no definition whose lack would explain other faults. */
  private Declaration broken() {
    return new Declaration.Broken("", "", name.span(), item.context());
  }

  /** Reads some of the item's keys, in the order in which upstream looks at them. */
  private final class Keys {
    private final Set<String> keys;
    private final Set<String> given;
    private final boolean replace;

    /**
     * @param given keys that are there; those that are read are taken away
     */
    Keys(Set<String> keys, Set<String> given, boolean replace) {
      this.keys = keys;
      this.given = given;
      this.replace = replace;
    }

    RuleUpdate update() {
      ScalarText condition = part("condition", () -> item.text("condition"));
      List<ExceptionDecl> exceptions = part("exceptions", () -> parts.exceptions(!replace));
      ScalarText output = part("output", () -> item.text("output"));
      ScalarText description = part("desc", () -> item.text("desc"));
      Set<String> tags = part("tags", parts::tags);
      String priority = part("priority", parts::priority);
      Boolean capture = flag("capture");
      String duration = RuleItemReader.DURATION;
      Long millis = part(duration, () -> item.optionalNumber(duration));
      Boolean enabled = flag("enabled");
      Boolean warn = flag("warn_evttypes");
      Boolean skip = flag("skip-if-unknown-filter");
      SourceSpan span = name.span();
      return new RuleUpdate(
          name.text(),
          replace,
          // As upstream: the source is looked at only together with a condition.
          keys.contains("condition") ? source : "",
          condition,
          output,
          description,
          tags,
          exceptions,
          new RuleUpdate.Settings(priority, enabled, warn, skip, capture, millis),
          span,
          item.context());
    }

    private @Nullable Boolean flag(String key) {
      return part(key, () -> item.optionalFlag(key));
    }

    private <T> @Nullable T part(String key, OptionalReading<T> reading) {
      if (!keys.contains(key)) {
        return null;
      }
      if (!given.remove(key)) {
        faults.add(Overrides.missing(item, key, replace ? "replace" : "append"));
        return null;
      }
      return faults.orNull(reading);
    }
  }
}
