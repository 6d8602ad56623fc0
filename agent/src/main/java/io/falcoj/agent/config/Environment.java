package io.falcoj.agent.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of environment variables into texts: <code>${NAME}</code> becomes the value or
 * nothing, <code>$${NAME}</code> becomes <code>${NAME}</code>. What was put in is looked at again.
 * Upstream: {@code pre_process_env_vars} in {@code userspace/engine/yaml_helper.h}.
 */
final class Environment {
  /** A variable that names itself would go on for ever. */
  private static final int MAX_EXPANSIONS = 1000;

  private final Function<String, @Nullable String> variables;

  Environment(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  String expand(String text) throws ConfigException {
    StringBuilder value = new StringBuilder(text);
    int expansions = 0;
    int at = value.indexOf("$");
    while (at >= 0) {
      boolean escaped = value.indexOf("$${", at) == at;
      if (!escaped && value.indexOf("${", at) != at) {
        // A dollar sign that begins neither form ends the search, as upstream.
        break;
      }
      int end = value.indexOf("}", at);
      if (end < 0) {
        break;
      }
      if (escaped) {
        value.deleteCharAt(at);
        at++;
      } else {
        if (++expansions > MAX_EXPANSIONS) {
          throw new ConfigException("`" + text + "` expands without end");
        }
        String replacement = variables.apply(value.substring(at + 2, end));
        value.replace(at, end + 1, replacement == null ? "" : replacement);
      }
      at = value.indexOf("$", at);
    }
    return value.toString();
  }
}
