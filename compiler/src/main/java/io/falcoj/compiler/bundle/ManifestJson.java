package io.falcoj.compiler.bundle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.codegen.GeneratedClasses;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes {@code bundle.json}; its form is described at {@code BundleManifest} in the runtime. */
final class ManifestJson {
  static final int FORMAT = 1;
  static final String PATH = "META-INF/falco/bundle.json";

  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode root = MAPPER.createObjectNode();
  private final String rulesDigest;
  private final String meaningDigest;
  private final byte[] pushdown;

  ManifestJson(BundleContent content) {
    root.put("format", FORMAT);
    root.put("abi", CompiledRuleSet.ABI_VERSION);
    root.put("name", content.name());
    root.put("version", content.version());
    root.put("engineVersion", content.engineVersion());
    texts(root.putArray("plugins"), content.plugins());
    ObjectNode entries = root.putObject("entries");
    content.classes().entries().forEach(entries::put);
    ArrayNode rules = MAPPER.createArrayNode();
    content.rules().forEach(rule -> rule(rules.addObject(), rule));
    rulesDigest = sha256(rules.toString().getBytes(StandardCharsets.UTF_8));
    root.put("rulesDigest", rulesDigest);
    meaningDigest = meaning(rules, content.classes());
    root.put("meaningDigest", meaningDigest);
    pushdown = PushdownJson.bytes(content.pushdown());
    if (!content.pushdown().equals(PushdownPlan.NONE)) {
      root.put("pushdown", sha256(pushdown));
    }
    ObjectNode classes = root.putObject("classes");
    content
        .classes()
        .classes()
        .forEach((name, bytes) -> classes.put(name + ".class", sha256(bytes)));
    root.set("rules", rules);
  }

  String rulesDigest() {
    return rulesDigest;
  }

  /** Over all that the rules say and do, whatever files and lines they stand in. */
  String meaningDigest() {
    return meaningDigest;
  }

  /** The file with the filters. */
  byte[] pushdown() {
    return pushdown;
  }

  private static String meaning(ArrayNode rules, GeneratedClasses classes) {
    ArrayNode said = rules.deepCopy();
    said.forEach(rule -> ((ObjectNode) rule).remove(List.of("file", "line")));
    MessageDigest digest = sha256();
    digest.update(said.toString().getBytes(StandardCharsets.UTF_8));
    classes.withoutPlaces().forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  byte[] bytes() {
    return root.toPrettyString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void rule(ObjectNode node, RuleInfo rule) {
    node.put("name", rule.name());
    node.put("description", rule.description());
    node.put("priority", rule.priority());
    node.put("source", rule.source());
    texts(node.putArray("tags"), rule.tags());
    node.put("output", rule.output());
    texts(node.putArray("eventTypes"), rule.eventTypes());
    texts(node.putArray("fields"), rule.fields());
    node.put("file", rule.file());
    node.put("line", rule.line());
    node.put("enabled", rule.enabled());
    node.put("capture", rule.capture());
    node.put("captureMillis", rule.captureMillis());
  }

  private static void texts(ArrayNode node, List<String> texts) {
    texts.forEach(node::add);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
