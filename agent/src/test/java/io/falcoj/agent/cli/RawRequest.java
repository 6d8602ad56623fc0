package io.falcoj.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose bytes are sent as the test likes. */
final class RawRequest implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  private RawRequest(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    out = socket.getOutputStream();
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Announces a body of that length and sends nothing of it. */
  static RawRequest announcing(int port, long length) throws IOException {
    RawRequest request = new RawRequest(port);
    request.send(
        "POST /k8s-audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + length
            + "\r\n\r\n");
    return request;
  }

  /** As {@link #announcing}; returns when the server has asked for the body. */
  static RawRequest invited(int port, long length) throws IOException {
    RawRequest request = new RawRequest(port);
    request.send(
        "POST /k8s-audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: "
            + length
            + "\r\n\r\n");
    if (!request.answer().contains(" 100 ")) {
      throw new AssertionError("the server does not want a body");
    }
    return request;
  }

  static RawRequest connect(int port) throws IOException {
    return new RawRequest(port);
  }

  void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends a blank unless the server has closed the connection. */
  void trickle() {
    try {
      send(" ");
    } catch (IOException e) {
      // It was answered.
    }
  }

  /** Waits for the first line of the next answer; empty when the connection ends without one. */
  String answer() throws IOException {
    String line = in.readLine();
    while (line != null && line.isEmpty()) {
      line = in.readLine();
    }
    return line == null ? "" : line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
