package io.falcoj.agent.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts to a webhook as an API server does. */
final class Poster {
  /** A test that would hang fails. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client;
  private final String url;

  Poster(HttpClient client, String url) {
    this.client = client;
    this.url = url;
  }

  static Poster http1(String url) {
    return new Poster(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), url);
  }

  HttpResponse<String> post(String json) {
    return post(json.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(byte[] body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    request.setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.POST(BodyPublishers.ofByteArray(body)).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url).resolve(path));
  }
}
