package io.falcoj.agent.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP/1.1 server on a unix socket that writes byte for byte what a test wants. */
public final class FakeDaemon implements AutoCloseable {
  /** What is written behind a question; a connection is closed behind false. */
  public interface Reply {
    boolean write(OutputStream out) throws IOException, InterruptedException;
  }

  /** Questions that came, such as {@code /containers/3ad7b26ded6d/json}. */
  public final List<String> questions = new CopyOnWriteArrayList<>();

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
  private final Path socket;
  private final ServerSocketChannel server;

  public FakeDaemon(Path socket) throws IOException {
    this.socket = socket;
    Files.deleteIfExists(socket);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    start(this::accept);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fake-daemon");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sets what is replied to a question; without one, status 404 is. */
  public FakeDaemon on(String path, Reply reply) {
    replies.put(path, reply);
    return this;
  }

  /** A whole answer with a length in front. */
  public static Reply whole(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return out -> {
      out.write(head(status, "Content-Length: " + bytes.length));
      out.write(bytes);
      return true;
    };
  }

  /** An answer in pieces of so many bytes, as Docker sends longer ones. */
  public static Reply chunked(String body, int piece) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return out -> {
      out.write(head(200, "Transfer-Encoding: chunked"));
      for (int i = 0; i < bytes.length; i += piece) {
        int length = Math.min(piece, bytes.length - i);
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, i, length);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return true;
    };
  }

  /** These bytes, and the end of the connection. */
  public static Reply raw(String bytes) {
    return out -> {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return false;
    };
  }

  /** Nothing, while the server lives. */
  public static Reply silence() {
    return out -> {
      synchronized (out) {
        out.wait();
      }
      return false;
    };
  }

  private static byte[] head(int status, String header) {
    return ("HTTP/1.1 " + status + " x\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      InputStream in = Channels.newInputStream(connection);
      OutputStream out = Channels.newOutputStream(connection);
      boolean goesOn = true;
      while (goesOn) {
        String path = question(in);
        questions.add(path);
        goesOn = replies.getOrDefault(path, whole(404, "{\"message\":\"no such\"}")).write(out);
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // The client has hung up, or the server was closed.
    } finally {
      connections.remove(connection);
    }
  }

  private static String question(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("hung up");
      }
      head.write(read);
    }
    String[] words = head.toString(StandardCharsets.US_ASCII).split(" ");
    return words.length < 2 ? "" : words[1];
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel connection : connections) {
      connection.close();
    }
    Files.deleteIfExists(socket);
  }
}
