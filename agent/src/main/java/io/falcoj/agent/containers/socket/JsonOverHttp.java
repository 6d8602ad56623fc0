package io.falcoj.agent.containers.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Reads JSON documents from an HTTP/1.1 server on a unix socket. */
public final class JsonOverHttp implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final UnixClient client;

  public JsonOverHttp(Path socket, SocketLimits limits) {
    this.client = UnixClient.http1(socket, limits);
  }

  /**
   * Asks for a document.
   *
   * @param path with a leading slash, encoded
   * @return the object; null when there is none of that name
   * @throws SocketTimeoutException when there is no whole answer in time
   * @throws RefusedException when the server answers with another status
   * @throws IOException when nobody answers, or not with an object
   */
  public @Nullable JsonNode get(String path) throws IOException {
    // A connection that is kept may be one that a server which has started anew knows nothing of.
    ContentResponse answer =
        client.send(
            client
                .request(path)
                .headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE)));
    if (answer.getStatus() == HttpStatus.NOT_FOUND_404) {
      return null;
    }
    if (answer.getStatus() != HttpStatus.OK_200) {
      throw new RefusedException(
          client.socket() + ": status " + answer.getStatus() + " of " + path);
    }
    try {
      JsonNode document = MAPPER.readTree(answer.getContent());
      if (document.isObject()) {
        return document;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(client.socket() + ": no JSON: " + path, e);
    }
    throw new IOException(client.socket() + ": no JSON object: " + path);
  }

  @Override
  public void close() {
    client.close();
  }
}
