package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.User;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads users: {@code {uid: 101, name: nginx}} declares one where it stands, a number or a name
 * means one that is declared. Root is.
 */
final class UserReader {
  private static final List<String> KEYS = List.of("uid", "name", "gid", "home", "shell");

  private final Faults faults;
  private final Map<Long, User> declared = new LinkedHashMap<>();

  UserReader(Faults faults) {
    this.faults = faults;
    declared.put(0L, User.of(0, "root"));
  }

  List<User> all() {
    return new ArrayList<>(declared.values());
  }

  void declare(Node node) {
    faults.attempt(() -> declared(node));
  }

  /** The user that a process runs as. */
  User read(Node node) {
    if (node instanceof MappingNode) {
      return declared(node);
    }
    String text = YamlValue.text(node);
    for (User user : declared.values()) {
      if (user.name().equals(text) || Long.toString(user.uid()).equals(text)) {
        return user;
      }
    }
    if (text.matches("\\d{1,10}")) {
      return User.of(YamlValue.number(node), "");
    }
    List<String> names = declared.values().stream().map(User::name).toList();
    throw new FaultException(
        FaultCode.VALUE,
        node,
        "unknown user '" + text + "'",
        Known.hint(text, names) + "; {uid: 1000, name: ann} adds one");
  }

  private User declared(Node node) {
    YamlMap map = new YamlMap(node, KEYS, faults);
    long uid = YamlValue.number(map.require("uid"));
    User before = declared.get(uid);
    if (!map.has("name")) {
      return before != null ? before : User.of(uid, "");
    }
    User plain = User.of(uid, map.text("name"));
    User user =
        new User(
            uid,
            map.number("gid", plain.gid()),
            plain.name(),
            map.text("home", plain.home()),
            map.text("shell", plain.shell()));
    if (before != null && !before.equals(user)) {
      throw new FaultException(
          map.require("uid"), "user " + uid + " is another one before: " + before.name());
    }
    declared.put(uid, user);
    return user;
  }
}
