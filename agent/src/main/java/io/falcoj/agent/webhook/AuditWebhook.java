package io.falcoj.agent.webhook;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.agent.secrets.BearerToken;
import io.falcoj.agent.secrets.SecretException;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The webhook that an API server posts audit events to, by HTTP/1.1 and HTTP/2. A body waits in
 * memory until the thread that judges has judged all of it, and is answered then.
 */
public final class AuditWebhook implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int MAX_BUFFER = 64 * 1024;
  private static final long MAX_POOLED_BYTES = 16 << 20;
  private static final int STREAMS = 64;
  private static final long IDLE_MILLIS = 60_000;

  /** For requests that are being answered when the server closes. */
  private static final long CLOSE_MILLIS = 5_000;

  private static final long REFRESH_SECONDS = 1;

  private final AuditConfig.Listener config;
  private final Consumer<String> warnings;
  private final RequestCounters counters = new RequestCounters();
  private final InFlight inFlight = new InFlight();
  private final FirstRequests firstRequests;
  private final Server server;
  private final ServerConnector connector;
  private final WebhookSource source;
  private final @Nullable Certificates certificates;
  private final @Nullable BearerToken token;
  private int port;

  private AuditWebhook(
      AuditConfig.Listener config,
      Map<String, String> versions,
      Runnable wake,
      Consumer<String> warnings)
      throws SourceException {
    this.config = config;
    this.warnings = warnings;
    this.certificates = config.tls() == null ? null : Certificates.read(config.tls());
    this.token = token(config.tokenFile());
    AuditConfig.Limits limits = config.limits();
    Inbox inbox = new Inbox(limits.queueBodies(), queueBytes(limits), wake);
    AuditEndpoint endpoint = new AuditEndpoint(inbox, limits, token);
    this.source =
        new WebhookSource(
            "webhook at " + config.address(),
            inbox,
            new AuditLogOptions(limits.eventBytes(), limits.depth()),
            limits.batchItems());
    this.firstRequests = new FirstRequests(counters, limits.readTimeoutSeconds());
    this.server = server();
    server.setErrorHandler(new ProtocolErrors(counters, inFlight));
    this.connector = connector(limits);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setHandler(
        new Router(
            new TreeSet<>(config.paths()),
            endpoint,
            inbox,
            versions,
            counters,
            inFlight,
            firstRequests));
  }

  /**
   * Listens.
   *
   * @param versions what {@code /versions} tells
   * @param wake told when there is something to judge; any thread calls it
   * @param warnings what the user should know; any thread calls it
   * @throws SourceException when the address, a certificate or the token cannot be used
   */
  public static AuditWebhook start(
      AuditConfig.Listener config,
      Map<String, String> versions,
      Runnable wake,
      Consumer<String> warnings)
      throws SourceException {
    AuditWebhook webhook = new AuditWebhook(config, versions, wake, warnings);
    try {
      webhook.server.start();
    } catch (IOException e) {
      webhook.close();
      throw new SourceException(
          config.address(), -1, "cannot listen here: " + rootOf(e).getMessage());
    } catch (Exception e) {
      webhook.close();
      throw new SourceException(config.address(), -1, "cannot start: " + rootOf(e).getMessage());
    }
    webhook.port = webhook.connector.getLocalPort();
    webhook.watch();
    return webhook;
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static @Nullable BearerToken token(String file) throws SourceException {
    try {
      return file.isEmpty() ? null : BearerToken.read(Path.of(file));
    } catch (SecretException e) {
      throw new SourceException(file, -1, String.valueOf(e.getMessage()));
    }
  }

  private static long queueBytes(AuditConfig.Limits limits) {
    return limits.queueBytes() > 0 ? limits.queueBytes() : Runtime.getRuntime().maxMemory() / 3;
  }

  private static Server server() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("webhook");
    threads.setDaemon(true);
    ArrayByteBufferPool buffers =
        new ArrayByteBufferPool(
            -1, -1, MAX_BUFFER, Integer.MAX_VALUE, MAX_POOLED_BYTES, MAX_POOLED_BYTES);
    return new Server(threads, null, buffers);
  }

  private ServerConnector connector(AuditConfig.Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(limits.headerBytes());
    List<ConnectionFactory> factories = new ArrayList<>();
    HttpConnectionFactory http1 = new HttpConnectionFactory(http);
    if (certificates == null) {
      HTTP2CServerConnectionFactory http2 = new HTTP2CServerConnectionFactory(http);
      http2.setMaxConcurrentStreams(STREAMS);
      factories.add(http1);
      factories.add(http2);
    } else {
      http.addCustomizer(new SecureRequestCustomizer(false));
      HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
      http2.setMaxConcurrentStreams(STREAMS);
      ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
      alpn.setDefaultProtocol(http1.getProtocol());
      factories.add(new SslConnectionFactory(certificates.factory(), alpn.getProtocol()));
      factories.add(alpn);
      factories.add(http2);
      factories.add(http1);
    }
    ServerConnector made =
        new ServerConnector(server, 1, 2, factories.toArray(new ConnectionFactory[0]));
    made.setHost(config.host().isEmpty() ? null : config.host());
    made.setPort(config.port());
    made.setIdleTimeout(IDLE_MILLIS);
    return made;
  }

  /** Looks after files that may change and clients that say nothing, as long as the server runs. */
  private void watch() {
    connector.getScheduler().schedule(this::refresh, REFRESH_SECONDS, TimeUnit.SECONDS);
  }

  private void refresh() {
    tell(certificates == null ? null : certificates.refresh());
    tell(token == null ? null : token.refresh());
    firstRequests.sweep(connector.getConnectedEndPoints());
    if (server.isRunning()) {
      watch();
    }
  }

  private void tell(@Nullable String warning) {
    if (warning != null) {
      warnings.accept(warning);
    }
  }

  /** The events that are posted. */
  public EventSource source() {
    return source;
  }

  /** The port that it listens at. */
  public int port() {
    return port;
  }

  /** Where to post, for people. */
  public String url() {
    String scheme = config.tls() == null ? "http://" : "https://";
    String host = config.address().substring(0, config.address().lastIndexOf(':') + 1);
    return scheme + host + port() + config.paths().get(0);
  }

  public RequestCounters counters() {
    return counters;
  }

  /** Answers what was judged, refuses what is still arriving and closes every connection. */
  @Override
  public void close() {
    source.close();
    try {
      inFlight.close(CLOSE_MILLIS);
      server.stop();
    } catch (Exception e) {
      warnings.accept(config.address() + ": did not close in good order: " + e.getMessage());
    }
  }
}
