package io.falcoj.runtime.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falcoj.runtime.abi.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code bundle.json}; versions are looked at before anything else. */
final class ManifestReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ManifestReader() {}

  static BundleManifest read(byte[] json) throws BundleException {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (IOException e) {
      throw new BundleException(BundleManifest.PATH + " is not valid JSON", e);
    }
    int format = number(root, "format");
    if (format != BundleManifest.FORMAT) {
      throw new BundleException(
          "bundle format " + format + "; this runtime reads format " + BundleManifest.FORMAT);
    }
    List<RuleInfo> rules = new ArrayList<>();
    JsonNode list = node(root, "rules");
    for (JsonNode rule : list) {
      rules.add(rule(rule, rules.size()));
    }
    String digest = text(root, "rulesDigest");
    String actual = Digests.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
    if (!digest.equals(actual)) {
      throw new BundleException("digest of the rules does not fit: the bundle was changed");
    }
    return new BundleManifest(
        format,
        number(root, "abi"),
        text(root, "name"),
        text(root, "version"),
        text(root, "engineVersion"),
        texts(root, "plugins"),
        map(root, "entries"),
        map(root, "classes"),
        root.path("pushdown").asText(),
        digest,
        rules);
  }

  private static RuleInfo rule(JsonNode node, int index) throws BundleException {
    return new RuleInfo(
        index,
        text(node, "name"),
        text(node, "description"),
        text(node, "priority"),
        text(node, "source"),
        texts(node, "tags"),
        text(node, "output"),
        texts(node, "eventTypes"),
        texts(node, "fields"),
        text(node, "file"),
        number(node, "line"),
        node(node, "enabled").asBoolean(),
        node(node, "capture").asBoolean(),
        node(node, "captureMillis").asLong());
  }

  private static JsonNode node(JsonNode parent, String key) throws BundleException {
    JsonNode node = parent.get(key);
    if (node == null) {
      throw new BundleException(BundleManifest.PATH + " lacks the key '" + key + "'");
    }
    return node;
  }

  private static String text(JsonNode parent, String key) throws BundleException {
    return node(parent, key).asText();
  }

  private static int number(JsonNode parent, String key) throws BundleException {
    return node(parent, key).asInt();
  }

  private static List<String> texts(JsonNode parent, String key) throws BundleException {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node(parent, key)) {
      texts.add(item.asText());
    }
    return texts;
  }

  private static Map<String, String> map(JsonNode parent, String key) throws BundleException {
    Map<String, String> map = new TreeMap<>();
    node(parent, key).properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }
}
