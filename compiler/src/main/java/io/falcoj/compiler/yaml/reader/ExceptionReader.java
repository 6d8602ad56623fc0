package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.ScalarDecoder;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import io.falcoj.compiler.yaml.item.ExceptionDecl.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the {@code exceptions} of a rule. */
final class ExceptionReader {
  private static final int MAX_DEPTH = 100;

  /** Aliases can make a small file large. */
  private static final int MAX_ENTRIES = 1_000_000;

  private final Item rule;
  private final ItemFaults faults;
  private final Diagnostics diags;
  private int entries;

  ExceptionReader(Item rule, ItemFaults faults, Diagnostics diags) {
    this.rule = rule;
    this.faults = faults;
    this.diags = diags;
  }

  /**
   * The exceptions without faults; none when the key is absent or empty.
   *
   * @param append whether they are added to exceptions that exist
   */
  List<ExceptionDecl> read(boolean append) throws Item.Fault {
    List<ExceptionDecl> exceptions = new ArrayList<>();
    Node value = rule.get("exceptions");
    if (value == null || ScalarDecoder.isNull(value)) {
      return exceptions;
    }
    Location at = new Location("exceptions", "", rule.scalars().spanOf(value));
    List<Location> outer = Item.join(rule.context(), at);
    if (!(value instanceof SequenceNode sequence)) {
      throw new Item.Fault(at.span(), "Rule exceptions must be a sequence", outer);
    }
    Set<String> names = new HashSet<>();
    for (Node node : sequence.getValue()) {
      int before = faults.count();
      ExceptionDecl exception = faults.orNull(() -> exception(node, outer, names, append));
      if (exception != null && faults.count() == before) {
        exceptions.add(exception);
      }
    }
    return exceptions;
  }

  private ExceptionDecl exception(
      Node node, List<Location> outer, Set<String> names, boolean append) throws Item.Fault {
    SourceSpan at = rule.scalars().spanOf(node);
    List<Location> unnamed = Item.join(outer, new Location("exception", "", at));
    if (!(node instanceof MappingNode mapping)) {
      throw new Item.Fault(at, "Rule exception must be a mapping", unnamed);
    }
    Item bare = new Item(rule.scalars(), mapping, unnamed);
    String name = bare.text("name").text();
    Item item = new Item(rule.scalars(), mapping, rule.context()).within("exception", name, at);
    if (!names.add(name)) {
      diags
          .within(item.context())
          .report(
              DiagnosticCode.EXCEPTION_NAME_NOT_UNIQUE,
              bare.text("name").span(),
              "Multiple definitions of exception '" + name + "' in the same rule");
    }
    Entry fields =
        faults.orNull(
            () -> filled(item, append ? item.get("fields") : item.required("fields"), "fields"));
    Entry comps = faults.orNull(() -> filled(item, item.get("comps"), "comps"));
    List<Entry> values = faults.or(List.of(), () -> values(item, append));
    return new ExceptionDecl(name, fields, comps, values, bare.text("name").span(), item.context());
  }

  private List<Entry> values(Item item, boolean append) throws Item.Fault {
    Node node = item.get("values");
    List<Entry> values = new ArrayList<>();
    if (node == null) {
      if (append) {
        diags
            .within(item.context())
            .report(
                DiagnosticCode.APPEND_NO_VALUES,
                item.span(),
                "Overriding/appending exception with no values");
      }
      return values;
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw item.faultAt(node, "exception values", "", "Rule exception values must be a sequence");
    }
    SourceSpan at = item.scalars().spanOf(node);
    for (Node value : sequence.getValue()) {
      Item inside =
          item.within("exception values", "", at)
              .within("exception value", "", item.scalars().spanOf(value));
      values.add(present(faults.orNull(() -> entry(inside, value, ""))));
      if (entries > MAX_ENTRIES) {
        break;
      }
    }
    return values;
  }

  private @Nullable Entry entry(Item item, @Nullable Node node, String key) throws Item.Fault {
    return node == null ? null : entry(item, node, key, 0);
  }

  /** The entry, or null for an empty list: it counts as left out. */
  private @Nullable Entry filled(Item item, @Nullable Node node, String key) throws Item.Fault {
    Entry entry = entry(item, node, key);
    return entry != null && entry.isList() && entry.items().isEmpty() ? null : entry;
  }

  /**
   * Null for what is neither a text nor a list: it counts as left out; an empty text is reported.
   */
  private @Nullable Entry entry(Item item, Node node, String key, int depth) throws Item.Fault {
    if (depth > MAX_DEPTH || ++entries > MAX_ENTRIES) {
      throw item.faultAt(
          node, "value for", key, "Exception values are nested or repeated too much");
    }
    if (node instanceof SequenceNode sequence) {
      List<Entry> items = new ArrayList<>();
      for (Node child : sequence.getValue()) {
        items.add(present(entry(item, child, "", depth + 1)));
      }
      return new Entry(null, items);
    }
    if (!(node instanceof ScalarNode scalar) || ScalarDecoder.isNull(node)) {
      return null;
    }
    if (scalar.getValue().isEmpty()) {
      faults.add(item.faultAt(node, "value for", key, "Value must be non-empty"));
      return null;
    }
    return new Entry(item.scalars().text(scalar), List.of());
  }

  // Upstream keeps an entry with an empty text for a null or a mapping among the values.
  private Entry present(@Nullable Entry entry) {
    return entry != null ? entry : new Entry(ScalarText.synthetic("", rule.span()), List.of());
  }
}
