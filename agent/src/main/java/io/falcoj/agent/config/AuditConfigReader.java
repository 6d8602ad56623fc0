package io.falcoj.agent.config;

import io.falcoj.agent.config.AuditConfig.Followed;
import io.falcoj.agent.config.AuditConfig.Limits;
import io.falcoj.agent.config.AuditConfig.Listener;
import io.falcoj.agent.config.AuditConfig.Tls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code k8s_audit}, and what {@code plugins} say about audit events. */
final class AuditConfigReader {
  /** Falco's older versions had the second path. */
  static final List<String> PATHS = List.of("/k8s-audit", "/k8s_audit");

  private static final String LOOPBACK = "127.0.0.1";
  private static final int KIB = 1024;
  private static final int MIB = 1024 * 1024;

  private final Values values;
  private final String name;

  private AuditConfigReader(Values values, String name) {
    this.values = values;
    this.name = name;
  }

  static AuditConfig read(Values values, String name, PluginEntries entries, List<String> warnings)
      throws ConfigException {
    AuditConfigReader reader = new AuditConfigReader(values, name);
    Limits limits = reader.limits();
    List<Listener> listeners = new ArrayList<>();
    List<Followed> followed = new ArrayList<>();
    String listen = values.text("k8s_audit.listen", "");
    if (!listen.isEmpty()) {
      listeners.add(reader.listener(listen, limits));
    }
    for (String path : values.texts("k8s_audit.follow")) {
      followed.add(new Followed(path, false));
    }
    PluginsReader plugins = new PluginsReader(values, name, entries, limits);
    plugins.read();
    listeners.addAll(plugins.listeners());
    followed.addAll(plugins.followed());
    warnings.addAll(plugins.warnings());
    return new AuditConfig(
        listeners,
        followed,
        plugins.recordings(),
        values.text("k8s_audit.state_file", ""),
        plugins.fileLimits());
  }

  private Listener listener(String listen, Limits limits) throws ConfigException {
    Address address = Address.parse(listen, name + ": `k8s_audit.listen`");
    List<String> paths = values.texts("k8s_audit.paths");
    for (String path : paths) {
      if (!path.startsWith("/")) {
        throw new ConfigException(
            name + ": `k8s_audit.paths`: a path begins with a slash, not `" + path + "`");
      }
    }
    return new Listener(
        address.host().isEmpty() ? LOOPBACK : address.host(),
        address.port(),
        paths.isEmpty() ? PATHS : paths,
        tls(),
        values.text("k8s_audit.token_file", ""),
        limits,
        false);
  }

  private @Nullable Tls tls() throws ConfigException {
    String certificate = values.text("k8s_audit.tls.certificate", "");
    Tls tls =
        new Tls(
            certificate,
            values.text("k8s_audit.tls.key", ""),
            values.text("k8s_audit.tls.password_file", ""),
            values.text("k8s_audit.tls.client_ca", ""));
    if (certificate.isEmpty()) {
      if (values.has("k8s_audit.tls")) {
        throw new ConfigException(name + ": `k8s_audit.tls` needs `certificate`");
      }
      return null;
    }
    return tls;
  }

  private Limits limits() throws ConfigException {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        (int) number("body_bytes", usual.bodyBytes(), KIB, 1024 * MIB),
        (int) number("event_bytes", usual.eventBytes(), KIB, 64 * MIB),
        (int) number("batch_items", usual.batchItems(), 1, Integer.MAX_VALUE),
        (int) number("header_bytes", usual.headerBytes(), KIB, MIB),
        (int) number("depth", usual.depth(), 2, 10_000),
        (int) number("read_timeout_seconds", usual.readTimeoutSeconds(), 1, 3600),
        (int) number("connections", usual.connections(), 1, 100_000),
        number("queue_bytes", usual.queueBytes(), 0, Long.MAX_VALUE),
        (int) number("queue_bodies", usual.queueBodies(), 1, 1_000_000));
  }

  private long number(String key, long usual, long least, long most) throws ConfigException {
    String path = "k8s_audit.limits." + key;
    return values.number(path, name, usual, least, most);
  }
}
