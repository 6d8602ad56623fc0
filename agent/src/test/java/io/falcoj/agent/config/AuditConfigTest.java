package io.falcoj.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.agent.config.AuditConfig.Followed;
import io.falcoj.agent.config.AuditConfig.Limits;
import io.falcoj.agent.config.AuditConfig.Listener;
import io.falcoj.agent.config.AuditConfig.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code k8s_audit}, and the plugin entries that mean audit events. */
class AuditConfigTest {
  @TempDir private Path dir;

  private FalcoConfig read(String yaml, String... options) throws IOException, ConfigException {
    Path file = Files.writeString(dir.resolve("falco.yaml"), yaml);
    return ConfigReader.read(file, List.of(options), name -> null);
  }

  private AuditConfig plugin(String entry) throws IOException, ConfigException {
    return read("plugins:\n- {name: k8saudit, library_path: libk8saudit.so, " + entry + "}")
        .audit();
  }

  private static Listener only(AuditConfig config) {
    assertThat(config.listeners()).hasSize(1);
    return config.listeners().get(0);
  }

  @Test
  void nothingListensByDefault() throws Exception {
    AuditConfig config = read("").audit();
    assertThat(config.isLive()).isFalse();
    assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void listensOnThisMachineUnlessToldOtherwise() throws Exception {
    for (String address : List.of("9765", ":9765", "127.0.0.1:9765")) {
      Listener listener = only(read("", "k8s_audit.listen=" + address).audit());
      assertThat(listener.address()).isEqualTo("127.0.0.1:9765");
      assertThat(listener.paths()).containsExactly("/k8s-audit", "/k8s_audit");
      assertThat(listener.tls()).isNull();
    }
    assertThat(only(read("k8s_audit: {listen: '[::1]:80'}").audit()).address())
        .isEqualTo("[::1]:80");
  }

  @Test
  void readsPathsFilesAndLimits() throws Exception {
    AuditConfig config =
        read("""
                k8s_audit:
                  listen: 0.0.0.0:443
                  paths: [/audit]
                  token_file: /t
                  tls: {certificate: /c.pem, key: /k.pem, client_ca: /ca.pem}
                  follow: [/var/log/a.log, "/var/log/*.json"]
                  state_file: /s
                  limits: {body_bytes: 2048, connections: 7, depth: 20, queue_bytes: 100000}
                """)
            .audit();
    Listener listener = only(config);
    assertThat(listener.paths()).containsExactly("/audit");
    assertThat(listener.tokenFile()).isEqualTo("/t");
    assertThat(listener.tls()).isEqualTo(new Tls("/c.pem", "/k.pem", "", "/ca.pem"));
    assertThat(config.followed())
        .containsExactly(
            new Followed("/var/log/a.log", false), new Followed("/var/log/*.json", false));
    assertThat(config.stateFile()).isEqualTo("/s");
    assertThat(config.limits().bodyBytes()).isEqualTo(2048);
    assertThat(config.limits().connections()).isEqualTo(7);
    assertThat(config.limits().depth()).isEqualTo(20);
    assertThat(config.limits().queueBytes()).isEqualTo(100_000);
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("k8s_audit: {listen: 'here:there'}", "expected HOST:PORT");
    assertRefused("k8s_audit: {listen: '::1:80'}", "stands in brackets");
    assertRefused("k8s_audit: {listen: 'a:70000'}", "expected HOST:PORT");
    assertRefused("k8s_audit: {listen: '1', paths: [x]}", "begins with a slash");
    assertRefused("k8s_audit: {listen: '1', tls: {key: x}}", "needs `certificate`");
    assertRefused("k8s_audit: {limits: {depth: 1}}", "from 2 to 10000");
    assertRefused("k8s_audit: {limits: {body_bites: 1}}", "did you mean");
  }

  private void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPluginListensAsUpstreamDoes() throws Exception {
    Listener listener = only(plugin("open_params: 'http://:9765/k8s-audit'"));
    assertThat(listener.address()).isEqualTo("*:9765");
    assertThat(listener.paths()).containsExactly("/k8s-audit");
    assertThat(listener.tls()).isNull();
    assertThat(listener.limits().bodyBytes()).isEqualTo(12 << 20);
    assertThat(listener.limits().eventBytes()).isEqualTo(262_144);
    listener = only(plugin("open_params: 'https://host:1/x', init_config: ''"));
    assertThat(listener.tls()).isEqualTo(new Tls("/etc/falco/falco.pem", "", "", ""));
  }

  @Test
  void aPluginIsToldItsLimits() throws Exception {
    String map =
        "init_config: {sslCertificate: /c, maxEventSize: 1024, webhookMaxBatchSize: 4096,"
            + " useAsync: false}";
    String text =
        "init_config: '{\"sslCertificate\": \"/c\", \"maxEventSize\": 1024,"
            + " \"webhookMaxBatchSize\": 4096}'";
    for (String init : List.of(map, text)) {
      Listener listener = only(plugin("open_params: 'https://a:1/x', " + init));
      assertThat(listener.tls()).isEqualTo(new Tls("/c", "", "", ""));
      assertThat(listener.limits().eventBytes()).isEqualTo(1024);
      assertThat(listener.limits().bodyBytes()).isEqualTo(4096);
    }
    assertThat(plugin("open_params: /f, init_config: {maxEventSize: 1024}").limits().eventBytes())
        .isEqualTo(1024);
  }

  @Test
  void aPluginReadsOrFollowsAFile() throws Exception {
    assertThat(plugin("open_params: /var/log/audit.json").recordings())
        .containsExactly("/var/log/audit.json");
    assertThat(plugin("open_params: 'file:///var/log/audit.log'").followed())
        .containsExactly(new Followed("/var/log/audit.log", true));
  }

  @Test
  void onlyLoadedPluginsCount() throws Exception {
    String plugins =
        """
        plugins:
        - {name: k8saudit, library_path: a, open_params: 'http://:9765/k8s-audit'}
        - {name: json, library_path: b, init_config: ''}
        - {name: container, library_path: c, init_config: {engines: {docker: {enabled: true}}}}
        - {name: cloudtrail, library_path: d, open_params: ''}
        """;
    FalcoConfig config = read(plugins + "load_plugins: [json]");
    assertThat(config.audit().isLive()).isFalse();
    assertThat(config.warnings()).isEmpty();
    config = read(plugins);
    assertThat(config.audit().isLive()).isTrue();
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .contains("plugin `cloudtrail` is not supported yet");
    assertThat(read(plugins).withoutPlugins().audit().isLive()).isFalse();
    assertRefused("load_plugins: [k8saudit]", "which is not in `plugins`");
  }

  @Test
  void refusesPluginEntriesThatMeanNothing() {
    assertThatThrownBy(() -> plugin("init_config: ''")).hasMessageContaining("`open_params`");
    assertThatThrownBy(() -> plugin("open_params: 'ftp://x/y'")).hasMessageContaining("ftp://x/y");
    assertThatThrownBy(() -> plugin("open_params: 'http://x/y'")).hasMessageContaining("HOST:PORT");
    assertThatThrownBy(() -> plugin("open_params: /f, init_config: {maxEventSise: 1}"))
        .hasMessageContaining("unknown key `maxEventSise`");
    assertThatThrownBy(() -> plugin("open_params: /f, init_config: {maxEventSize: x}"))
        .hasMessageContaining("a number from");
  }
}
