package io.falcoj.agent.sources;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where state is kept when the configuration does not say. */
final class StatePlace {
  private static final String NAME = "k8s-audit.json";

  private StatePlace() {}

  /**
   * The state directory that systemd gives a service, that of the machine for root, else the
   * user's.
   */
  static Path find(Function<String, @Nullable String> variables, String user, String home) {
    String service = variables.apply("STATE_DIRECTORY");
    if (service != null && !service.isEmpty()) {
      return Path.of(service.split(":")[0], NAME);
    }
    if (user.equals("root")) {
      return Path.of("/var/lib/falcoj", NAME);
    }
    String xdg = variables.apply("XDG_STATE_HOME");
    return xdg != null && !xdg.isEmpty()
        ? Path.of(xdg, "falcoj", NAME)
        : Path.of(home, ".local/state/falcoj", NAME);
  }
}
