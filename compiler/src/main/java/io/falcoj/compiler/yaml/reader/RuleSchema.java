package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.yaml.ScalarDecoder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Falco's schema of rule files, which it checks beside the loader and only to warn
 * (userspace/engine/rule_json_schema.h): every scalar is a text, priorities are in capitals,
 * booleans are {@code true} and {@code false}. What does not fit is named in the words of the
 * library that Falco uses for it, inner parts first.
 */
final class RuleSchema {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*[+-]?[0-9]+");
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private enum Kind {
    ANY,
    TEXT,
    INTEGER,
    BOOLEAN,
    LIST,
    MAPPING
  }

  /**
   * What a value has to be.
   *
   * @param values texts it can be; empty for all
   * @param alternatives one of them has to fit; empty for none
   * @param items what the items of a list have to be; a single one, or none
   * @param keys what the values of a mapping have to be, by key
   * @param required keys that have to be there
   * @param least number of keys that have to be there
   */
  private record Schema(
      Kind kind,
      Set<String> values,
      List<Schema> alternatives,
      List<Schema> items,
      Map<String, Schema> keys,
      List<String> required,
      int least) {
    static Schema of(Kind kind) {
      return new Schema(kind, Set.of(), List.of(), List.of(), Map.of(), List.of(), 0);
    }

    static Schema oneOf(String... values) {
      return new Schema(Kind.TEXT, Set.of(values), List.of(), List.of(), Map.of(), List.of(), 0);
    }

    static Schema any(Schema... alternatives) {
      return new Schema(
          Kind.ANY, Set.of(), List.of(alternatives), List.of(), Map.of(), List.of(), 0);
    }

    static Schema list(Schema item) {
      return new Schema(Kind.LIST, Set.of(), List.of(), List.of(item), Map.of(), List.of(), 0);
    }

    static Schema mapping(Map<String, Schema> keys, List<String> required, int least) {
      return new Schema(
          Kind.MAPPING, Set.of(), List.of(), List.of(), new TreeMap<>(keys), required, least);
    }
  }

  private static final Schema ANY = Schema.of(Kind.ANY);
  private static final Schema TEXT = Schema.of(Kind.TEXT);
  private static final Schema INTEGER = Schema.of(Kind.INTEGER);
  private static final Schema BOOLEAN = Schema.of(Kind.BOOLEAN);
  private static final Schema FILE = Schema.list(item());

  private final List<String> faults = new ArrayList<>();

  private RuleSchema() {}

  /** What does not fit in a document, inner parts first; {@code ok} when everything does. */
  static List<String> check(Node document) {
    RuleSchema schema = new RuleSchema();
    return schema.fits(FILE, document, "<root>") ? List.of("ok") : schema.faults;
  }

  private static Schema item() {
    Schema plugin = Schema.mapping(named(Map.of("version", TEXT)), List.of("name", "version"), 0);
    Map<String, Schema> required = named(Map.of("version", TEXT));
    required.put("alternatives", Schema.list(plugin));
    Map<String, Schema> exception = named(Map.of("fields", ANY, "comps", ANY, "values", ANY));
    Map<String, Schema> keys = new TreeMap<>();
    for (String key : List.of("macro", "condition", "list", "rule", "desc", "output", "source")) {
      keys.put(key, TEXT);
    }
    for (String key :
        List.of("enabled", "append", "capture", "warn_evttypes", "skip-if-unknown-filter")) {
      keys.put(key, BOOLEAN);
    }
    keys.put("required_engine_version", TEXT);
    keys.put(
        "required_plugin_versions",
        Schema.list(Schema.mapping(required, List.of("name", "version"), 0)));
    keys.put("items", Schema.list(Schema.any(INTEGER, TEXT)));
    keys.put(
        "priority",
        Schema.oneOf(
            "EMERGENCY",
            "ALERT",
            "CRITICAL",
            "ERROR",
            "WARNING",
            "NOTICE",
            "INFO",
            "INFORMATIONAL",
            "DEBUG"));
    keys.put("capture_duration", INTEGER);
    keys.put("exceptions", Schema.list(Schema.mapping(exception, List.of("name"), 0)));
    keys.put("override", overrides());
    keys.put("tags", Schema.list(TEXT));
    return Schema.mapping(keys, List.of(), 0);
  }

  private static Map<String, Schema> named(Map<String, Schema> others) {
    Map<String, Schema> keys = new TreeMap<>(others);
    keys.put("name", TEXT);
    return keys;
  }

  private static Schema overrides() {
    Map<String, Schema> keys = new TreeMap<>();
    for (String key :
        List.of(
            "items",
            "desc",
            "condition",
            "output",
            "priority",
            "enabled",
            "exceptions",
            "capture",
            "capture_duration",
            "tags",
            "warn_evttypes",
            "skip-if-unknown-filter")) {
      keys.put(key, Schema.oneOf("append", "replace"));
    }
    return Schema.mapping(keys, List.of(), 1);
  }

  private boolean fits(Schema schema, Node node, String path) {
    boolean fits = true;
    if (!is(schema.kind, node)) {
      fits = fault(path, "Value type not permitted by 'type' constraint.");
    }
    if (!schema.alternatives.isEmpty()) {
      fits &= fitsOne(schema, node, path);
    }
    if (!schema.values.isEmpty() && !schema.values.contains(text(node))) {
      fits = fault(path, "Failed to match against any enum values.");
    }
    if (!schema.items.isEmpty() && node instanceof SequenceNode list) {
      fits &= itemsFit(schema.items.get(0), list, path);
    }
    if (schema.kind == Kind.MAPPING && node instanceof MappingNode mapping) {
      fits &= keysFit(schema, mapping, path);
    }
    return fits;
  }

  private boolean fitsOne(Schema schema, Node node, String path) {
    int before = faults.size();
    for (int i = 0; i < schema.alternatives.size(); i++) {
      if (fits(schema.alternatives.get(i), node, path)) {
        faults.subList(before, faults.size()).clear();
        return true;
      }
      fault(path, "Failed to validate against child schema #" + i + ".");
    }
    return fault(path, "Failed to validate against any schemas allowed by anyOf constraint.");
  }

  private boolean itemsFit(Schema schema, SequenceNode list, String path) {
    boolean fits = true;
    for (int i = 0; i < list.getValue().size(); i++) {
      if (!fits(schema, list.getValue().get(i), path + "[" + i + "]")) {
        fits = fault(path, "Failed to validate item #" + i + " in array.");
      }
    }
    return fits;
  }

  private boolean keysFit(Schema schema, MappingNode mapping, String path) {
    boolean fits = true;
    if (mapping.getValue().size() < schema.least) {
      fits = fault(path, "Object should have no fewer than " + schema.least + " properties.");
    }
    Map<String, Node> given = values(mapping);
    for (Map.Entry<String, Schema> key : schema.keys.entrySet()) {
      Node value = given.get(key.getKey());
      if (value != null && !fits(key.getValue(), value, path + "[" + key.getKey() + "]")) {
        fits =
            fault(
                path,
                "Failed to validate against schema associated with property name '"
                    + key.getKey()
                    + "'.");
      }
    }
    String unwanted = unwanted(schema, mapping);
    if (unwanted != null) {
      fits =
          fault(
              path,
              "Object contains a property that could not be validated using 'properties' or"
                  + " 'additionalProperties' constraints: '"
                  + unwanted
                  + "'.");
    }
    for (String key : schema.required) {
      if (!given.containsKey(key)) {
        fits = fault(path, "Missing required property '" + key + "'.");
      }
    }
    return fits;
  }

  /** The first key that the schema does not have; empty for a key that is there twice. */
  private static @Nullable String unwanted(Schema schema, MappingNode mapping) {
    List<String> keys = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!schema.keys.containsKey(key)) {
        return key;
      }
      keys.add(key);
    }
    return keys.stream().distinct().count() < keys.size() ? "" : null;
  }

  private static Map<String, Node> values(MappingNode mapping) {
    Map<String, Node> values = new TreeMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        values.putIfAbsent(key.getValue(), tuple.getValueNode());
      }
    }
    return values;
  }

  /** Adds what is wrong with a part; false. */
  private boolean fault(String path, String message) {
    faults.add("failed for " + path + ": " + message);
    return false;
  }

  /** Whether a value can be taken for one of a kind: empty lists and mappings for any. */
  private static boolean is(Kind kind, Node node) {
    boolean empty =
        node instanceof SequenceNode list && list.getValue().isEmpty()
            || node instanceof MappingNode mapping && mapping.getValue().isEmpty();
    boolean scalar = node instanceof ScalarNode && !ScalarDecoder.isNull(node);
    return switch (kind) {
      case ANY -> true;
      case TEXT -> scalar || empty;
      case INTEGER -> scalar && isInteger(text(node));
      case BOOLEAN -> scalar && (text(node).equals("true") || text(node).equals("false"));
      case LIST -> node instanceof SequenceNode || empty;
      case MAPPING -> node instanceof MappingNode || empty;
    };
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar && !ScalarDecoder.isNull(node)
        ? scalar.getValue()
        : "";
  }

  private static boolean isInteger(String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      return false;
    }
    BigInteger number = new BigInteger(text.strip());
    return number.compareTo(MAX) <= 0 && number.compareTo(MIN) >= 0;
  }
}
