package io.falcoj.testkit.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An element as assistive technology is told of it.
 *
 * @param level of a heading, else 0
 */
record AxNode(String role, String name, int level) {
  private static final Set<String> CONTROLS =
      Set.of(
          "button",
          "checkbox",
          "combobox",
          "DisclosureTriangle",
          "link",
          "radio",
          "searchbox",
          "textbox");

  static AxNode of(JsonNode node) {
    int level = 0;
    for (JsonNode property : node.path("properties")) {
      if (property.get("name").asText().equals("level")) {
        level = property.at("/value/value").asInt();
      }
    }
    return new AxNode(
        node.at("/role/value").asText(), node.at("/name/value").asText().strip(), level);
  }

  boolean isControl() {
    return CONTROLS.contains(role);
  }

  boolean isImage() {
    return role.equals("image") || role.equals("img");
  }

  boolean isHeading() {
    return role.equals("heading");
  }
}
