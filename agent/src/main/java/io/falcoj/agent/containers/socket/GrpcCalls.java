package io.falcoj.agent.containers.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a gRPC server on a unix socket that have one message as question and one as answer. The
 * protocol is small on top of HTTP/2: a message has a byte that says whether it is compressed and
 * four bytes of length in front of it, and a trailer holds the status.
 */
public final class GrpcCalls implements AutoCloseable {
  private static final int PREFIX = 5;
  private static final String STATUS = "grpc-status";
  private static final String OK = "0";
  private static final String DEADLINE_EXCEEDED = "4";
  private static final String NOT_FOUND = "5";
  private static final String UNIMPLEMENTED = "12";

  private final UnixClient client;
  private final String timeout;

  public GrpcCalls(Path socket, SocketLimits limits) {
    this.client = UnixClient.http2(socket, limits);
    this.timeout = limits.timeout().toMillis() + "m";
  }

  /**
   * Calls.
   *
   * @param method {@code package.Service/Method}
   * @param message encoded
   * @return encoded; null when the server has no such thing, or no such method
   * @throws SocketTimeoutException when there is no whole answer in time
   * @throws RefusedException when the server answers with another status
   * @throws IOException when nobody answers, or not in the way of gRPC
   */
  public @Nullable ByteBuffer call(String method, byte[] message) throws IOException {
    byte[] body =
        ByteBuffer.allocate(PREFIX + message.length)
            .put((byte) 0)
            .putInt(message.length)
            .put(message)
            .array();
    ContentResponse answer = send(method, body);
    String status = answer.getStatus() == HttpStatus.OK_200 ? status(answer) : null;
    if (OK.equals(status)) {
      return message(answer.getContent(), method);
    }
    if (NOT_FOUND.equals(status) || UNIMPLEMENTED.equals(status)) {
      return null;
    }
    if (DEADLINE_EXCEEDED.equals(status)) {
      throw new SocketTimeoutException(client.socket() + ": no answer in time to " + method);
    }
    String said = status == null ? "HTTP " + answer.getStatus() : "gRPC status " + status;
    throw new RefusedException(client.socket() + ": " + said + " to " + method);
  }

  /**
   * Once more when the connection was one that a server which has started anew knows nothing of.
   */
  private ContentResponse send(String method, byte[] body) throws IOException {
    try {
      return client.send(request(method, body));
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return client.send(request(method, body));
    }
  }

  private Request request(String method, byte[] body) throws IOException {
    return client
        .request("/" + method)
        .method(HttpMethod.POST)
        .headers(headers -> headers.put("te", "trailers").put("grpc-timeout", timeout))
        .body(new BytesRequestContent("application/grpc", body));
  }

  /** In the trailers; an answer without a message has it among the headers. */
  private static @Nullable String status(ContentResponse answer) {
    HttpFields trailers = answer.getTrailers();
    String status = trailers == null ? null : trailers.get(STATUS);
    return status != null ? status : answer.getHeaders().get(STATUS);
  }

  private ByteBuffer message(byte[] content, String method) throws IOException {
    ByteBuffer framed = ByteBuffer.wrap(content);
    if (content.length < PREFIX || framed.get() != 0 || framed.getInt() != framed.remaining()) {
      throw new IOException(client.socket() + ": no single plain message: " + method);
    }
    return framed;
  }

  @Override
  public void close() {
    client.close();
  }
}
