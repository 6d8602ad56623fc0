package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.User;
import io.falcoj.testkit.scenario.Value;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Keys that steps take beside the parameters of the event table. */
enum Sugar {
  /** The client's end of a connection. */
  FROM("from", has("tuple"), StepParams::from),
  /** The server's end of a connection. */
  TO("to", has("tuple"), StepParams::to),
  /** The name that a file has before. */
  OLD_PATH("from", has("oldpath"), (step, value) -> alias(step, "oldpath", value)),
  /** The name that a file gets. */
  NEW_PATH("to", has("newpath"), (step, value) -> alias(step, "newpath", value)),
  ADDRESS("address", has("addr"), (step, value) -> alias(step, "addr", value)),
  SIGNAL("signal", has("sig"), (step, value) -> alias(step, "sig", value)),
  /** The program starts inside of a container. */
  CONTAINER(
      "container",
      Call::startsProgram,
      (step, value) -> {
        Container container = step.container(value);
        step.set("cgroups", Value.of(container.cgroups()), value);
      }),
  /** The program starts as another user. */
  USER(
      "user",
      Call::startsProgram,
      (step, value) -> {
        User user = step.user(value);
        step.set("uid", Value.of(user.uid()), value);
        step.set("gid", Value.of(user.gid()), value);
      }),
  /** The program is one that was written into an anonymous memory file of that name. */
  MEMFD(
      "memfd",
      Call::startsProgram,
      (step, value) -> {
        String name = YamlValue.text(value);
        step.set("exe", Value.of(name), value);
        step.setDefault("trusted_exepath", Value.of("/memfd:" + name + " (deleted)"));
        step.setDefault("flags", Value.of(List.of("EXE_WRITABLE", "EXE_FROM_MEMFD")));
      }),
  /** The process that is made. */
  CHILD(
      "child",
      Call::makesThread,
      (step, value) -> {
        step.set("res", Value.of(YamlValue.number(value)), value);
        step.setDefault("flags", Value.of(List.of("CLONE_CHILD_CLEARTID", "CLONE_CHILD_SETTID")));
      }),
  /** The thread that is made in the same process. */
  THREAD(
      "thread",
      call -> call.makesThread() && call.type().name().startsWith("clone"),
      (step, value) -> {
        step.set("res", Value.of(YamlValue.number(value)), value);
        step.set(
            "flags",
            Value.of(
                List.of("CLONE_FILES", "CLONE_FS", "CLONE_SIGHAND", "CLONE_THREAD", "CLONE_VM")),
            value);
      });

  private final String key;
  private final Predicate<Call> taken;
  private final BiConsumer<StepParams, Node> meaning;

  Sugar(String key, Predicate<Call> taken, BiConsumer<StepParams, Node> meaning) {
    this.key = key;
    this.taken = taken;
    this.meaning = meaning;
  }

  /** What the key means for a call; null when it means nothing of its own. */
  static @Nullable Sugar of(String key, Call call) {
    return of(call).filter(sugar -> sugar.key.equals(key)).findFirst().orElse(null);
  }

  /** The keys that a call takes. */
  static Set<String> keysOf(Call call) {
    return new LinkedHashSet<>(of(call).map(sugar -> sugar.key).toList());
  }

  void put(StepParams step, Node value) {
    meaning.accept(step, value);
  }

  private static Stream<Sugar> of(Call call) {
    return Stream.of(values())
        .filter(sugar -> sugar.taken.test(call) && call.type().paramIndex(sugar.key) < 0);
  }

  private static Predicate<Call> has(String param) {
    return call -> call.type().paramIndex(param) >= 0;
  }

  private static void alias(StepParams step, String param, Node value) {
    step.set(param, ValueReader.read(step.call(), step.call().requireParam(param), value), value);
  }
}
