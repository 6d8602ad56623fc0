package io.falcoj.agent.containers.socket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One client for one unix socket, connected anew whenever the other side has hung up. */
final class UnixClient implements AutoCloseable {
  private static final String ORIGIN = "http://localhost";
  private static final int THREADS = 4;

  private final Path socket;
  private final SocketLimits limits;
  private final HttpClient client;

  private UnixClient(
      Path socket, SocketLimits limits, ClientConnector connector, HttpClientTransport transport) {
    this.socket = socket;
    this.limits = limits;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("container-socket");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    connector.setSelectors(1);
    connector.setConnectTimeout(limits.timeout());
    client = new HttpClient(transport);
    client.setExecutor(threads);
    client.setFollowRedirects(false);
    client.setMaxConnectionsPerDestination(1);
  }

  static UnixClient http1(Path socket, SocketLimits limits) {
    ClientConnector connector = new ClientConnector();
    return new UnixClient(socket, limits, connector, new HttpClientTransportOverHTTP(connector));
  }

  /** HTTP/2 without TLS and without negotiation, as gRPC servers speak it on unix sockets. */
  static UnixClient http2(Path socket, SocketLimits limits) {
    ClientConnector connector = new ClientConnector();
    HttpClientTransportOverHTTP2 transport =
        new HttpClientTransportOverHTTP2(new HTTP2Client(connector));
    return new UnixClient(socket, limits, connector, transport);
  }

  /**
   * A request to be sent.
   *
   * @param path with a leading slash, encoded
   */
  Request request(String path) throws IOException {
    if (!client.isStarted()) {
      try {
        client.start();
        client.getContentDecoderFactories().clear();
      } catch (Exception e) {
        throw new IOException(socket + ": no client can be made: " + e.getMessage(), e);
      }
    }
    return client
        .newRequest(ORIGIN + path)
        .transport(new Transport.TCPUnix(socket))
        .timeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends and waits. */
  ContentResponse send(Request request) throws IOException {
    try {
      return new CompletableResponseListener(request, limits.answerBytes()).send().get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof TimeoutException) {
        throw new SocketTimeoutException(socket + ": no answer within " + limits.timeout());
      }
      throw new IOException(socket + ": " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.abort(e);
      throw new IOException(socket + ": not waited for", e);
    }
  }

  Path socket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      // Nothing hangs on a connection that does not close.
    }
  }
}
