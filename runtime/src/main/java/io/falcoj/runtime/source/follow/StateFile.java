package io.falcoj.runtime.source.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far each log was judged: a small JSON file that is replaced as a whole. A lock beside
 * it keeps a second process out.
 */
final class StateFile implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int VERSION = 1;

  private final Path file;
  private final FileChannel lock;

  private StateFile(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Opens or begins a state file.
   *
   * @throws IOException with a message for people when it cannot be used
   */
  static StateFile open(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    if (whole.getParent() != null) {
      Files.createDirectories(whole.getParent());
    }
    FileChannel channel =
        FileChannel.open(
            whole.resolveSibling(whole.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new IOException("another process uses it");
    }
    return new StateFile(whole, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * The logs of the last run; none when there is no state.
   *
   * @throws IOException when there is a state that cannot be read
   */
  List<LogFile> read() throws IOException {
    List<LogFile> logs = new ArrayList<>();
    if (!Files.exists(file)) {
      return logs;
    }
    JsonNode root = MAPPER.readTree(file.toFile());
    if (root.path("version").asInt() != VERSION) {
      throw new IOException("it is not a state of version " + VERSION);
    }
    for (JsonNode node : root.path("logs")) {
      logs.add(log(node));
    }
    return logs;
  }

  private static LogFile log(JsonNode node) throws IOException {
    try {
      return new LogFile(
          Path.of(node.path("path").asText()),
          node.path("inode").asLong(),
          new Head(node.path("headLength").asInt(), node.path("head").asText()),
          node.path("offset").asLong());
    } catch (InvalidPathException e) {
      throw new IOException("it names a path that is none", e);
    }
  }

  void write(List<LogFile> logs) throws IOException {
    ObjectNode root = MAPPER.createObjectNode().put("version", VERSION);
    ArrayNode nodes = root.putArray("logs");
    for (LogFile log : logs) {
      nodes
          .addObject()
          .put("path", log.path().toString())
          .put("inode", log.inode())
          .put("headLength", log.head().length())
          .put("head", log.head().hash())
          .put("offset", log.settled);
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, MAPPER.writeValueAsBytes(root));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Path path() {
    return file;
  }

  @Override
  public void close() {
    closeQuietly(lock);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }
}
