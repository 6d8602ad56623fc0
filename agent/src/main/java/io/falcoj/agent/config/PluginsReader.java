package io.falcoj.agent.config;

import io.falcoj.agent.config.AuditConfig.Followed;
import io.falcoj.agent.config.AuditConfig.Limits;
import io.falcoj.agent.config.AuditConfig.Listener;
import io.falcoj.agent.config.AuditConfig.Tls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries of {@code plugins} that {@code load_plugins} chooses. Plugin k8saudit is a source of
 * audit events; upstream: {@code plugins/k8saudit/pkg/k8saudit/source.go} and {@code config.go} of
 * falcosecurity/plugins.
 */
final class PluginsReader {
  private static final String K8SAUDIT = "k8saudit";

  /** Their fields are part of FalcoJ. */
  private static final Set<String> BUILT_IN = Set.of(K8SAUDIT, "json", "container");

  private static final Set<String> INIT_KEYS =
      Set.of(
          "sslCertificate",
          "maxEventSize",
          "webhookMaxBatchSize",
          "useAsync",
          "customFieldsHeaders");

  /** Keys of other versions of the plugin. */
  private static final Set<String> UNSUPPORTED_INIT_KEYS = Set.of("customFieldsHeaders");

  private static final String CERTIFICATE = "/etc/falco/falco.pem";
  private static final int BATCH_BYTES = 12 << 20;

  private final Values values;
  private final String name;
  private final PluginEntries entries;
  private final Limits limits;
  private final List<Listener> listeners = new ArrayList<>();
  private final List<Followed> followed = new ArrayList<>();
  private final List<String> recordings = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Limits fileLimits;

  PluginsReader(Values values, String name, PluginEntries entries, Limits limits) {
    this.values = values;
    this.name = name;
    this.entries = entries;
    this.limits = limits;
    this.fileLimits = limits;
  }

  void read() throws ConfigException {
    for (Map.Entry<String, Values> entry : entries.chosen().entrySet()) {
      if (!BUILT_IN.contains(entry.getKey())) {
        warnings.add(
            "%s: plugin `%s` is not supported yet and has no effect"
                .formatted(name, entry.getKey()));
      } else if (entry.getKey().equals(K8SAUDIT)) {
        source(entry.getValue());
      }
    }
  }

  private void source(Values entry) throws ConfigException {
    Values init = init(entry);
    String params = entry.text("open_params", "").strip();
    int scheme = params.indexOf("://");
    String rest = scheme < 0 ? params : params.substring(scheme + 3);
    switch (scheme < 0 ? "" : params.substring(0, scheme)) {
      case "http" -> listeners.add(listener(rest, null, init));
      case "https" -> {
        String certificate = init.text("sslCertificate", CERTIFICATE);
        listeners.add(listener(rest, new Tls(certificate, "", "", ""), init));
      }
      case "file" -> {
        followed.add(new Followed(rest, true));
        fileLimits = limits(init, limits.bodyBytes());
      }
      case "" -> {
        if (params.isEmpty()) {
          throw new ConfigException(
              name + ": plugin `k8saudit` needs `open_params`: http://…, https://… or a file");
        }
        recordings.add(Path.of(params).toString());
        fileLimits = limits(init, limits.bodyBytes());
      }
      default ->
          throw new ConfigException(
              "%s: plugin `k8saudit`: `open_params` cannot be `%s`; it is http://…, https://…,"
                      .formatted(name, params)
                  + " file://… or a file");
    }
  }

  private Listener listener(String rest, @Nullable Tls tls, Values init) throws ConfigException {
    int slash = rest.indexOf('/');
    String where = name + ": plugin `k8saudit`: `open_params`";
    Address address = Address.parse(slash < 0 ? rest : rest.substring(0, slash), where);
    return new Listener(
        address.host(),
        address.port(),
        slash < 0 ? AuditConfigReader.PATHS : List.of(rest.substring(slash)),
        tls,
        "",
        limits(init, BATCH_BYTES),
        true);
  }

  private Limits limits(Values init, int bodyBytes) throws ConfigException {
    String where = name + ": plugin `k8saudit`: `init_config`";
    return limits
        .withEventBytes(
            (int) init.number("maxEventSize", where, limits.eventBytes(), 1024, 64 << 20))
        .withBodyBytes((int) init.number("webhookMaxBatchSize", where, bodyBytes, 1024, 1 << 30));
  }

  private Values init(Values entry) throws ConfigException {
    Map<String, Object> map = entries.init(K8SAUDIT, entry, INIT_KEYS);
    for (String key : map.keySet()) {
      if (UNSUPPORTED_INIT_KEYS.contains(key)) {
        warnings.add(
            "%s: plugin `k8saudit`: `%s` is not supported yet and has no effect"
                .formatted(name, key));
      }
    }
    return values.of(map);
  }

  List<Listener> listeners() {
    return listeners;
  }

  List<Followed> followed() {
    return followed;
  }

  List<String> recordings() {
    return recordings;
  }

  /** What holds for logs that are read or followed. */
  Limits fileLimits() {
    return fileLimits;
  }

  List<String> warnings() {
    return warnings;
  }
}
