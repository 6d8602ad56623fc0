package io.falcoj.agent.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The token that clients have to show (RFC 6750), from a file that may change. */
public final class BearerToken {
  private static final String SCHEME = "bearer ";

  private final Path file;
  private volatile byte[] token;
  private volatile FileStamp stamp;

  private BearerToken(Path file, byte[] token, FileStamp stamp) {
    this.file = file;
    this.token = token;
    this.stamp = stamp;
  }

  /**
   * Reads the file.
   *
   * @throws SecretException when there is no token in it
   */
  public static BearerToken read(Path file) throws SecretException {
    FileStamp now = FileStamp.of(List.of(file));
    try {
      return new BearerToken(file, load(file), now);
    } catch (IOException e) {
      throw new SecretException(file + ": the token cannot be read: " + e.getMessage());
    }
  }

  private static byte[] load(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new IOException("the file is empty");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * True when the client shows the token. Takes time that does not depend on how much of it is
   * right.
   *
   * @param authorization header, or null
   */
  public boolean admits(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return false;
    }
    String shown = authorization.substring(SCHEME.length()).strip();
    return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token);
  }

  /**
   * Reads the file again if it has changed; what cannot be read leaves the old token in force.
   *
   * @return what to tell the user, or null
   */
  public @Nullable String refresh() {
    FileStamp now = FileStamp.of(List.of(file));
    if (now.equals(stamp)) {
      return null;
    }
    stamp = now;
    try {
      token = load(file);
      return null;
    } catch (IOException e) {
      return file + ": the token cannot be read, the old one stays: " + e.getMessage();
    }
  }
}
