package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.Declaration.PluginRequirement;
import io.falcoj.compiler.yaml.item.Declaration.PluginRequirement.Alternative;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.MacroDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one item of a rule file; the first of the known kinds that it has as a key is its kind. */
final class ItemReader {
  private static final String[] KINDS = {
    "required_engine_version", "required_plugin_versions", "list", "macro", "rule"
  };
  static final Set<String> LIST_KEYS = Set.of("list", "items", "append", "override");
  static final Set<String> MACRO_KEYS = Set.of("macro", "condition", "append", "override");

  private static final Pattern LIST_NAME = Pattern.compile("[^()\"'\\s\\x0b=,]+");
  private static final Pattern MACRO_NAME = Pattern.compile("[a-zA-Z]+[a-zA-Z0-9_]*");

  private final Item item;
  private final Diagnostics diags;
  private final ItemFaults faults;

  ItemReader(Item item, Diagnostics diags) {
    this.item = item;
    this.diags = diags;
    this.faults = new ItemFaults(diags);
  }

  List<Declaration> read() throws Item.Fault {
    String kind = item.firstOf(KINDS);
    if (kind == null) {
      Item unknown = item.within("rules content item", "", item.span());
      diags
          .within(unknown.context())
          .report(
              new Diagnostic(
                  DiagnosticCode.UNKNOWN_ITEM,
                  item.span(),
                  "Unknown top level item",
                  kindHint(),
                  List.of()));
      return List.of();
    }
    return switch (kind) {
      case "required_engine_version" -> engineVersion();
      case "required_plugin_versions" -> plugins();
      case "list" -> list(named("list"));
      case "macro" -> macro(named("macro"));
      default -> rule(named("rule"));
    };
  }

  private @Nullable String kindHint() {
    for (NodeTuple tuple : item.node().getValue()) {
      String hint =
          tuple.getKeyNode() instanceof ScalarNode key
              ? Hints.didYouMean(key.getValue(), List.of(KINDS))
              : null;
      if (hint != null) {
        return hint;
      }
    }
    return null;
  }

  /** The declaration that stands for an item with an error. */
  static Declaration broken(Item item) {
    String kind = item.firstOf(KINDS);
    if (kind != null && !kind.startsWith("required")) {
      try {
        ScalarText name = item.text(kind);
        Item named = item.within(kind, name.text(), item.span());
        return new Declaration.Broken(kind, name.text(), name.span(), named.context());
      } catch (Item.Fault e) {
        // Its name is what is wrong.
      }
    }
    return unnamed(item);
  }

  /** For an item that defines nothing. */
  private static Declaration unnamed(Item item) {
    Item nameless = item.within("rules content item", "", item.span());
    return new Declaration.Broken("", "", item.span(), nameless.context());
  }

  /** The item seen from inside a declaration of its kind and name. */
  private Item named(String kind) throws Item.Fault {
    ScalarText name = item.within(kind, "", item.span()).text(kind);
    return item.within(kind, name.text(), item.span());
  }

  private List<Declaration> engineVersion() throws Item.Fault {
    Item inside = item.within("required_engine_version", "", item.span());
    ScalarText text = inside.text("required_engine_version");
    warnUnknownKeys(inside, Set.of("required_engine_version"));
    return List.of(new Declaration.EngineVersion(text.text(), text.span(), inside.context()));
  }

  private List<Declaration> plugins() throws Item.Fault {
    Node value = item.required("required_plugin_versions");
    Item inside = item.within("required plugin versions", "", item.scalars().spanOf(value));
    if (!(value instanceof SequenceNode sequence)) {
      throw new Item.Fault(
          item.scalars().spanOf(value),
          "Value of required_plugin_versions must be a sequence",
          inside.context());
    }
    List<Declaration> requirements = new ArrayList<>();
    for (Node plugin : sequence.getValue()) {
      int before = faults.count();
      PluginRequirement requirement = faults.orNull(() -> plugin(inside, plugin));
      SourceSpan at = item.scalars().spanOf(plugin);
      faults.mark(requirements, new Declaration.Broken("", "", at, inside.context()));
      if (requirement != null && faults.count() == before) {
        requirements.add(requirement);
      }
    }
    warnUnknownKeys(
        item.within("required plugin versions", "", item.span()),
        Set.of("required_plugin_versions"));
    return requirements;
  }

  private PluginRequirement plugin(Item outer, Node node) throws Item.Fault {
    String type = "required plugin versions entry";
    if (!(node instanceof MappingNode mapping)) {
      throw outer.faultAt(node, type, "", "Plugin version must be a mapping");
    }
    SourceSpan at = item.scalars().spanOf(node);
    Item entry = new Item(item.scalars(), mapping, outer.context());
    ScalarText name = entry.within(type, "", at).text("name");
    Item named = entry.within(type, name.text(), at);
    List<Alternative> alternatives = new ArrayList<>();
    String version = faults.orNull(() -> named.text("version").text());
    if (version != null) {
      alternatives.add(new Alternative(name.text(), version));
    }
    Node others = named.get("alternatives");
    if (others != null && !(others instanceof SequenceNode)) {
      throw named.fault("Value of plugin version alternatives must be a sequence");
    }
    if (others instanceof SequenceNode sequence) {
      for (Node other : sequence.getValue()) {
        Alternative alternative = faults.orNull(() -> alternative(named, other));
        if (alternative != null) {
          alternatives.add(alternative);
        }
      }
    }
    return new PluginRequirement(alternatives, name.span(), named.context());
  }

  private Alternative alternative(Item outer, Node node) throws Item.Fault {
    String type = "required plugin versions alternative";
    if (!(node instanceof MappingNode mapping)) {
      throw outer.faultAt(node, type, "", "Plugin version alternative must be a mapping");
    }
    SourceSpan at = item.scalars().spanOf(node);
    Item entry = new Item(item.scalars(), mapping, outer.context());
    String name = entry.within(type, "", at).text("name").text();
    return new Alternative(name, entry.within(type, name, at).text("version").text());
  }

  private List<Declaration> list(Item named) throws Item.Fault {
    ScalarText name = named.text("list");
    Diagnostics here = diags.within(named.context());
    if (!LIST_NAME.matcher(name.text()).matches()) {
      here.report(
          DiagnosticCode.INVALID_LIST_NAME,
          name.span(),
          "List has an invalid name. List names should match a regular expression: "
              + "([^()\"'[:space:]=,]+)");
    }
    List<ScalarText> items = faults.orNull(() -> named.texts("items", faults));
    Boolean append = appends(named, "items", name.span());
    warnUnknownKeys(named, LIST_KEYS);
    ListDecl list =
        items == null || append == null
            ? null
            : new ListDecl(name.text(), items, append, name.span(), named.context());
    return declared(append, list);
  }

  private List<Declaration> macro(Item named) throws Item.Fault {
    ScalarText name = named.text("macro");
    Diagnostics here = diags.within(named.context());
    if (!MACRO_NAME.matcher(name.text()).matches()) {
      here.report(
          DiagnosticCode.INVALID_MACRO_NAME,
          name.span(),
          "Macro has an invalid name. Macro names should match a regular expression: "
              + "([a-zA-Z]+[a-zA-Z0-9_]*)");
    }
    ScalarText condition = faults.orNull(() -> named.text("condition"));
    Boolean append = appends(named, "condition", name.span());
    warnUnknownKeys(named, MACRO_KEYS);
    MacroDecl macro =
        condition == null || append == null
            ? null
            : new MacroDecl(name.text(), condition, append, name.span(), named.context());
    return declared(append, macro);
  }

  /** What is known of a list or macro, behind a mark when it has faults. */
  private List<Declaration> declared(@Nullable Boolean append, @Nullable Declaration known) {
    List<Declaration> declarations = new ArrayList<>();
    faults.mark(declarations, append != null && append ? unnamed(item) : broken(item));
    if (known != null) {
      declarations.add(known);
    }
    return declarations;
  }

  /** Whether the item adds to an earlier one; null after a fault in what says so. */
  private @Nullable Boolean appends(Item named, String key, SourceSpan at) {
    Boolean append = faults.orNull(() -> named.flag("append", false));
    boolean appends = append != null && append;
    if (appends) {
      diags
          .within(named.context())
          .report(DiagnosticCode.DEPRECATED_ITEM, at, RuleFileReader.APPEND_DEPRECATED);
    }
    Overrides overrides = Overrides.read(named, Set.of(key), Set.of(key), faults);
    if (appends && !overrides.isEmpty()) {
      faults.add(named.fault(Overrides.TOGETHER));
    }
    return append == null || overrides.broken()
        ? null
        : Boolean.valueOf(appends || overrides.append().contains(key));
  }

  private List<Declaration> rule(Item named) throws Item.Fault {
    List<Declaration> declarations = new RuleItemReader(named, diags).read();
    warnUnknownKeys(named, RuleItemReader.KEYS);
    return declarations;
  }

  private void warnUnknownKeys(Item named, Set<String> known) {
    for (NodeTuple tuple : named.node().getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
        diags
            .within(named.context())
            .report(
                new Diagnostic(
                    DiagnosticCode.UNKNOWN_KEY,
                    named.scalars().spanOf(key),
                    "Unknown key '" + key.getValue() + "'. The key will be ignored.",
                    Hints.didYouMean(key.getValue(), known),
                    List.of()));
      }
    }
  }
}
