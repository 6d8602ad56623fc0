package io.falcoj.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  @Test
  void hasAFirstProcessUnlessDescribed() {
    assertThat(ProcessTree.of(List.of(ProcessSpec.of(200, "/usr/sbin/cron"))).all())
        .extracting(ProcessSpec::name)
        .containsExactly("systemd", "cron");
    assertThat(ProcessTree.of(List.of(ProcessSpec.of(1, "/sbin/init"))).all())
        .extracting(ProcessSpec::name)
        .containsExactly("init");
  }

  @Test
  void cutsNamesAsTheKernelDoes() {
    assertThat(ProcessSpec.nameOf("/usr/bin/containerd-shim-runc-v2")).isEqualTo("containerd-shim");
  }

  @Test
  void refusesWhatIsNoTree() {
    ScenarioBuilder scenario = Scenario.on("m");
    scenario.process(200, "/bin/sh", p -> p.under(199));
    assertThatThrownBy(scenario::build)
        .isInstanceOf(ScenarioException.class)
        .hasMessage("process 200: its parent 199 is not in the tree");
    ScenarioBuilder twice = Scenario.on("m");
    twice.process(200, "/bin/sh");
    twice.process(200, "/bin/sh");
    assertThatThrownBy(twice::build).hasMessage("process 200 stands twice in the tree");
    ScenarioBuilder zero = Scenario.on("m");
    zero.process(0, "/bin/sh");
    assertThatThrownBy(zero::build).hasMessage("process id 0: ids begin with 1");
  }

  @Test
  void containersTakeAnImageApart() {
    Container tagged = Container.of("5f1c0d9a7be2", "web", "reg:5000/team/app:1.2");
    assertThat(tagged.repository()).isEqualTo("reg:5000/team/app");
    assertThat(tagged.tag()).isEqualTo("1.2");
    assertThat(tagged.id()).isEqualTo("5f1c0d9a7be2");
    assertThat(Container.of("5f1c0d9a7be2", "web", "reg:5000/app").tag()).isEqualTo("latest");
    assertThatThrownBy(() -> Container.of("5f1c", "web", "app"))
        .hasMessage("container web: an id has 12 to 64 hexadecimal digits, not '5f1c'");
  }
}
