package io.falcoj.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What an audit policy of Kubernetes makes of a request: the first rule that fits decides. */
final class AuditPolicy {
  static final List<String> LEVELS = List.of("None", "Metadata", "Request", "RequestResponse");

  private final Map<String, Object> policy;

  AuditPolicy(Map<String, Object> policy) {
    this.policy = policy;
  }

  List<Map<String, Object>> rules() {
    return list(policy.get("rules"));
  }

  boolean logsStage(String stage) {
    return !texts(policy.get("omitStages")).contains(stage);
  }

  /** Index in {@link #LEVELS} of how much of an event is logged. */
  int level(JsonNode event) {
    for (Map<String, Object> rule : rules()) {
      if (fits(rule, event)) {
        return LEVELS.indexOf(rule.get("level"));
      }
    }
    return 0;
  }

  private static boolean fits(Map<String, Object> rule, JsonNode event) {
    return among(rule.get("verbs"), event.path("verb").asText())
        && among(rule.get("users"), event.at("/user/username").asText())
        && among(rule.get("namespaces"), event.at("/objectRef/namespace").asText())
        && isInGroup(rule, event)
        && isAbout(rule, event);
  }

  /** What is not said does not matter. */
  private static boolean among(Object wanted, String value) {
    return wanted == null || texts(wanted).contains(value);
  }

  private static boolean isInGroup(Map<String, Object> rule, JsonNode event) {
    if (rule.get("userGroups") == null) {
      return true;
    }
    for (JsonNode group : event.at("/user/groups")) {
      if (texts(rule.get("userGroups")).contains(group.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbout(Map<String, Object> rule, JsonNode event) {
    JsonNode object = event.path("objectRef");
    if (object.isMissingNode()) {
      String uri = event.path("requestURI").asText();
      return rule.get("resources") == null
          && (rule.get("nonResourceURLs") == null
              || texts(rule.get("nonResourceURLs")).stream().anyMatch(url -> isUrl(uri, url)));
    }
    if (rule.get("nonResourceURLs") != null) {
      return false;
    }
    String part = object.path("subresource").asText();
    String resource = object.path("resource").asText() + (part.isEmpty() ? "" : "/" + part);
    return rule.get("resources") == null
        || list(rule.get("resources")).stream()
            .anyMatch(
                entry ->
                    entry.get("group").equals(object.path("apiGroup").asText())
                        && among(entry.get("resources"), resource));
  }

  private static boolean isUrl(String uri, String wanted) {
    return wanted.endsWith("*")
        ? uri.startsWith(wanted.substring(0, wanted.length() - 1))
        : uri.equals(wanted);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Object value) {
    return value == null ? List.of() : (List<String>) value;
  }
}
