package io.falcoj.testkit.scenario.scap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.ScenarioException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scenario that cannot be says which step it is, why, and what would be right. */
class ScenarioFaultsTest {
  private final ScenarioBuilder scenario = Scenario.on("m");
  private final Actor bash = scenario.process(200, "/bin/bash");

  private void assertFault(String message) {
    assertThatThrownBy(() -> ScenarioWriter.toBytes(scenario.build()))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(message);
  }

  @Test
  void unknownEvent() {
    bash.chdir("/");
    bash.event("opennat");
    assertFault("step 2 (opennat of 200): no event and no system call is named 'opennat'");
  }

  @Test
  void unknownParameter() {
    bash.close(3).with("fdd", 4);
    assertFault("step 1 (close of 200): no parameter 'fdd'; close has res, fd");
  }

  @Test
  void pathWhereThereIsNone() {
    bash.close(3).with("path", "/tmp");
    assertFault("step 1 (close of 200): no parameter 'path'; close has res, fd");
  }

  @Test
  void unknownName() {
    bash.event("flock").with("operation", List.of("LOCK_NONE", "LOCK_XE"));
    assertThatThrownBy(() -> ScenarioWriter.toBytes(scenario.build()))
        .hasMessageStartingWith(
            "step 1 (flock of 200): 'LOCK_XE' is no value of parameter 'operation' (did you mean"
                + " 'LOCK_EX'?); it takes numbers and LOCK_");
  }

  @Test
  void listWhereOneTextIsTaken() {
    bash.event("chdir").with("path", List.of("/a", "/b"));
    assertFault("step 1 (chdir of 200): parameter 'path' takes one text, not a list");
  }

  @Test
  void threadThatDoesNotRun() {
    Actor child = bash.fork(201);
    child.exit(0);
    child.chdir("/");
    assertFault(
        "step 3 (chdir of 201): thread 201 does not run: it is not in the tree, and no step has"
            + " made it");
  }

  @Test
  void childThatRunsAlready() {
    bash.fork(1);
    assertFault("step 1 (clone of 200): thread 1 runs already");
  }

  @Test
  void addresses() {
    bash.bind(3, "10.0.0.5");
    assertFault(
        "step 1 (bind of 200): '10.0.0.5' is no address with a port, such as 10.0.0.5:80 or"
            + " [2001:db8::5]:80");
  }

  @Test
  void connectionWithOneEnd() {
    bash.connect(3, "10.0.0.5:80");
    assertFault(
        "step 1 (connect of 200): '10.0.0.5:80' is no connection, such as"
            + " 10.0.0.5:40112->203.0.113.9:443");
  }

  @Test
  void connectionBetweenFamilies() {
    bash.connect(3, "10.0.0.5:80->[::1]:80");
    assertFault("step 1 (connect of 200): a tuple is of one address family");
  }

  @Test
  void typeThatHasNoText() {
    bash.event("poll").with("fds", "3");
    assertFault("step 1 (poll of 200): parameter 'fds' of type FDLIST is given as bytes");
  }

  @Test
  void valueThatIsTooLong() {
    bash.event("chdir").with("path", "x".repeat(70_000));
    assertFault("step 1 (chdir of 200): SYSCALL_CHDIR_X.path takes at most 65535 bytes");
  }
}
