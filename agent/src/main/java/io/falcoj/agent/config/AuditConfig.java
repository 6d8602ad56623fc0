package io.falcoj.agent.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Kubernetes audit events come from.
 *
 * @param listeners webhooks
 * @param followed logs that grow
 * @param recordings logs that are read once: entries of {@code plugins} that name a file
 * @param stateFile where it is kept how far followed logs were judged; empty for the usual place
 */
public record AuditConfig(
    List<Listener> listeners,
    List<Followed> followed,
    List<String> recordings,
    String stateFile,
    Limits limits) {
  /**
   * A webhook.
   *
   * @param host name or address to listen at; empty for every address of the machine
   * @param port 0 for any that is free
   * @param paths at which bodies are taken
   * @param tls null for plain HTTP
   * @param tokenFile file with the token that clients have to show; empty for none
   * @param fromPlugin whether an entry of {@code plugins} asks for it
   */
  public record Listener(
      String host,
      int port,
      List<String> paths,
      @Nullable Tls tls,
      String tokenFile,
      Limits limits,
      boolean fromPlugin) {
    public Listener {
      paths = List.copyOf(paths);
    }

    /** As people write addresses. */
    public String address() {
      String name = host.isEmpty() ? "*" : host.contains(":") ? "[" + host + "]" : host;
      return name + ":" + port;
    }
  }

  /**
   * Files for HTTPS; empty where there is none.
   *
   * @param certificate PEM, the key in it or apart; or PKCS#12
   * @param key PEM
   * @param passwordFile its first line opens the key
   * @param clientCa PEM with the certificates that sign those of clients
   */
  public record Tls(String certificate, String key, String passwordFile, String clientCa) {}

  /**
   * A log that grows.
   *
   * @param path file, directory or pattern
   * @param fromPlugin whether an entry of {@code plugins} asks for it: then what is in it already
   *     is left out, as upstream does
   */
  public record Followed(String path, boolean fromPlugin) {}

  /**
   * What is refused, so that no input takes more than it should.
   *
   * @param bodyBytes of one request, unpacked, and of one line of a log
   * @param eventBytes of one event without blanks
   * @param batchItems items of one request
   * @param headerBytes of one request
   * @param depth objects and arrays that may be open at once in an event
   * @param readTimeoutSeconds in which a request has to arrive
   * @param connections at once
   * @param queueBytes of all bodies that arrive or wait; 0 for a third of the heap
   * @param queueBodies that wait
   */
  public record Limits(
      int bodyBytes,
      int eventBytes,
      int batchItems,
      int headerBytes,
      int depth,
      int readTimeoutSeconds,
      int connections,
      long queueBytes,
      int queueBodies) {
    /** What holds where nothing else is said. */
    public static final Limits DEFAULT =
        new Limits(64 << 20, 256 << 10, 100_000, 16 << 10, 100, 30, 1000, 0, 1000);

    Limits withEventBytes(int bytes) {
      return new Limits(
          bodyBytes,
          bytes,
          batchItems,
          headerBytes,
          depth,
          readTimeoutSeconds,
          connections,
          queueBytes,
          queueBodies);
    }

    Limits withBodyBytes(int bytes) {
      return new Limits(
          bytes,
          eventBytes,
          batchItems,
          headerBytes,
          depth,
          readTimeoutSeconds,
          connections,
          queueBytes,
          queueBodies);
    }
  }

  /** True when there is a source that goes on until it is stopped. */
  public boolean isLive() {
    return !listeners.isEmpty() || !followed.isEmpty();
  }

  /** The same without what entries of {@code plugins} ask for. */
  public AuditConfig withoutPlugins() {
    return new AuditConfig(
        listeners.stream().filter(listener -> !listener.fromPlugin()).toList(),
        followed.stream().filter(log -> !log.fromPlugin()).toList(),
        List.of(),
        stateFile,
        limits);
  }

  public AuditConfig {
    listeners = List.copyOf(listeners);
    followed = List.copyOf(followed);
    recordings = List.copyOf(recordings);
  }
}
