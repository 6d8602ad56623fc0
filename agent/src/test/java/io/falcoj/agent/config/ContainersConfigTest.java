package io.falcoj.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.agent.config.ContainersConfig.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which container runtimes are asked, in Falco's keys of today and of before. */
class ContainersConfigTest {
  private static final Engine USUAL = new Engine(true, List.of());
  private static final Engine OFF = new Engine(false, List.of());

  @TempDir private Path dir;

  private FalcoConfig read(String yaml) throws Exception {
    Path file = Files.writeString(dir.resolve("falco.yaml"), yaml);
    return ConfigReader.read(file, List.of(), Map.<String, String>of()::get);
  }

  private static String plugin(String init) {
    return "plugins: [{name: container, library_path: libcontainer.so, init_config: %s}]\n"
        .formatted(init);
  }

  @Test
  void allAreAskedUnlessSaidOtherwise() throws Exception {
    assertThat(read("").containers())
        .isEqualTo(new ContainersConfig(USUAL, USUAL, USUAL, 100, false));
    assertThat(read(plugin("{}")).containers()).isEqualTo(read("").containers());
  }

  @Test
  void thePluginSaysWhoAndWhat() throws Exception {
    FalcoConfig config =
        read(
            plugin(
                "{label_max_len: 20, with_size: true, hooks: [create, start], log_level: warn,"
                    + " engines: {docker: {enabled: true, sockets: [/a, 'unix:///b']},"
                    + " podman: {enabled: false}, lxc: {enabled: true}, bpm: {enabled: true}}}"));
    assertThat(config.containers())
        .isEqualTo(
            new ContainersConfig(
                new Engine(true, List.of("/a", "unix:///b")), OFF, USUAL, 20, true));
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void thePluginsKeysMayBeJson() throws Exception {
    String json = "'{\"engines\": {\"cri\": {\"enabled\": true, \"sockets\": [\"/c\"]}}}'";
    assertThat(read(plugin(json)).containers().cri()).isEqualTo(new Engine(true, List.of("/c")));
  }

  @Test
  void whoIsNotLoadedAsksNobody() throws Exception {
    FalcoConfig config = read(plugin("{}") + "load_plugins: []\n");
    assertThat(config.containers().any()).isFalse();
  }

  @Test
  void olderVersionsHadAKeyOfTheirOwn() throws Exception {
    FalcoConfig config =
        read(
            "container_engines: {docker: {enabled: false}, podman: {enabled: true},"
                + " cri: {enabled: true, sockets: [/c]}}\n");
    assertThat(config.containers())
        .isEqualTo(new ContainersConfig(OFF, USUAL, new Engine(true, List.of("/c")), 100, false));
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void whatHasNoEffectIsWarnedOf() throws Exception {
    assertThat(
            read(plugin("{engines: {containerd: {enabled: true}, lxc: {enabled: false}}}"))
                .warnings())
        .hasSize(2)
        .allMatch(warning -> warning.contains("has no effect"));
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatThrownBy(() -> read(plugin("{engines: {dokcer: {enabled: true}}}")))
        .hasMessageContaining("there is no engine `dokcer`");
    assertThatThrownBy(() -> read(plugin("{label_max_length: 3}")))
        .hasMessageContaining("unknown key `label_max_length`");
    assertThatThrownBy(() -> read(plugin("{label_max_len: -3}")))
        .hasMessageContaining("label_max_len");
  }
}
