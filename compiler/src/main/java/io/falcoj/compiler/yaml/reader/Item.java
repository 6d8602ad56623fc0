package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.ScalarDecoder;
import io.falcoj.runtime.schema.names.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a rule file, read by key: of equal keys the first counts, values are text. What is
 * wrong with a value is a {@link Fault} (userspace/engine/rule_loader_reader.cpp upstream).
 */
record Item(ScalarDecoder scalars, MappingNode node, List<Location> context) {
  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
  private static final Set<String> FALSE = Set.of("n", "no", "false", "off");

  /** A longer value is not repeated in a hint. */
  private static final int SHOWN = 40;

  /** A fault of the user's that ends the reading of a part of an item. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    final transient DiagnosticCode code;
    final transient SourceSpan span;
    final @Nullable String hint;
    final transient List<Location> context;

    Fault(SourceSpan span, String message, List<Location> context) {
      this(span, message, null, context);
    }

    Fault(SourceSpan span, String message, @Nullable String hint, List<Location> context) {
      this(DiagnosticCode.YAML_VALIDATE, span, message, hint, context);
    }

    Fault(
        DiagnosticCode code,
        SourceSpan span,
        String message,
        @Nullable String hint,
        List<Location> context) {
      super(message, null, false, false);
      this.code = code;
      this.span = span;
      this.hint = hint;
      this.context = context;
    }

    void report(Diagnostics diags) {
      diags
          .within(context)
          .report(new Diagnostic(code, span, String.valueOf(getMessage()), hint, List.of()));
    }
  }

  SourceFile file() {
    return scalars.file();
  }

  /** The place of the item's first line. */
  SourceSpan span() {
    return scalars.spanOf(node);
  }

  /** The same item as seen from inside another declaration. */
  Item within(String itemType, String itemName, SourceSpan at) {
    return new Item(scalars, node, join(context, new Location(itemType, itemName, at)));
  }

  static List<Location> join(List<Location> outer, Location inner) {
    List<Location> joined = new ArrayList<>(outer);
    joined.add(inner);
    return List.copyOf(joined);
  }

  /** The value of the first such key, or null when there is none. */
  @Nullable Node get(String key) {
    NodeTuple tuple = tuple(key);
    return tuple == null ? null : tuple.getValueNode();
  }

  private @Nullable NodeTuple tuple(String key) {
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return tuple;
      }
    }
    return null;
  }

  /** The place of a key that the item has. */
  SourceSpan keySpan(String key) {
    NodeTuple tuple = tuple(key);
    return tuple == null ? span() : scalars.spanOf(tuple.getKeyNode());
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name) {
        keys.add(name.getValue());
      }
    }
    return keys;
  }

  boolean has(String key) {
    return get(key) != null;
  }

  /** The first key among those given that the item has, or null. */
  @Nullable String firstOf(String... keys) {
    for (String key : keys) {
      if (has(key)) {
        return key;
      }
    }
    return null;
  }

  Fault fault(String message) {
    return new Fault(span(), message, context);
  }

  Fault faultAt(Node value, String itemType, String itemName, String message) {
    SourceSpan at = scalars.spanOf(value);
    return new Fault(at, message, join(context, new Location(itemType, itemName, at)));
  }

  Node required(String key) throws Fault {
    Node value = get(key);
    if (value == null) {
      String written = EditDistance.nearest(key, keys());
      String hint = written == null ? null : "is `" + written + "` meant to be `" + key + "`?";
      throw new Fault(
          DiagnosticCode.YAML_VALIDATE,
          span(),
          "Item has no mapping for key '" + key + "'",
          hint,
          context);
    }
    return value;
  }

  /** The text of a key that must be there and not be empty. */
  ScalarText text(String key) throws Fault {
    Node value = required(key);
    if (ScalarDecoder.isNull(value)) {
      throw fault("Mapping for key '" + key + "' is empty");
    }
    if (!(value instanceof ScalarNode scalar)) {
      throw faultAt(value, "value for", key, "Value is not a scalar value");
    }
    ScalarText text = scalars.text(scalar);
    if (text.text().isEmpty()) {
      throw faultAt(value, "value for", key, "Value must be non-empty");
    }
    return text;
  }

  @Nullable ScalarText optionalText(String key) throws Fault {
    return has(key) ? text(key) : null;
  }

  /** A key that may also be there without a value. */
  @Nullable String emptyableText(String key) throws Fault {
    Node value = get(key);
    boolean empty =
        value == null
            || ScalarDecoder.isNull(value)
            || (value instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    return empty ? null : text(key).text();
  }

  boolean flag(String key, boolean otherwise) throws Fault {
    Boolean value = optionalFlag(key);
    return value == null ? otherwise : value;
  }

  @Nullable Boolean optionalFlag(String key) throws Fault {
    if (!has(key)) {
      return null;
    }
    String text = text(key).text();
    String lower = text.toLowerCase(Locale.ROOT);
    String capitalised = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    boolean cased =
        text.equals(lower)
            || text.equals(capitalised)
            || text.equals(lower.toUpperCase(Locale.ROOT));
    if (cased && TRUE.contains(lower)) {
      return true;
    }
    if (cased && FALSE.contains(lower)) {
      return false;
    }
    throw undecodable(key, "true or false");
  }

  /** An unsigned number of 32 bits, decimal, hexadecimal or octal. */
  @Nullable Long optionalNumber(String key) throws Fault {
    if (!has(key)) {
      return null;
    }
    Long number = UnsignedNumber.parse(text(key).text());
    if (number == null) {
      throw undecodable(key, "a whole number from 0 to 4294967295");
    }
    return number;
  }

  private Fault undecodable(String key, String hint) throws Fault {
    SourceSpan at = scalars.spanOf(required(key));
    Location inside = new Location("value for", key, at);
    return new Fault(at, "Can't decode YAML scalar value", hint, join(context, inside));
  }

  private static String shown(SourceSpan span) {
    String text = span.text();
    return text.length() > SHOWN || text.indexOf('\n') >= 0 ? "..." : text;
  }

  /** The texts of a sequence that must be there; an item that is no text is reported. */
  List<ScalarText> texts(String key, ItemFaults faults) throws Fault {
    Node value = required(key);
    Location valueAt = new Location("value for", key, scalars.spanOf(value));
    if (!(value instanceof SequenceNode sequence)) {
      String hint = value instanceof ScalarNode ? "write `[" + shown(valueAt.span()) + "]`" : null;
      throw new Fault(valueAt.span(), "Value is not a sequence", hint, join(context, valueAt));
    }
    List<ScalarText> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar && !ScalarDecoder.isNull(item)) {
        texts.add(scalars.text(scalar));
      } else {
        SourceSpan at = scalars.spanOf(item);
        List<Location> place = join(join(context, valueAt), new Location("list item", "", at));
        faults.add(new Fault(at, "sequence value is not scalar", place));
      }
    }
    return texts;
  }
}
