package io.falcoj.maven.build;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A digest of all that a bundle depends on: rule files in their order, options, the compiler. */
final class InputDigest {
  private static final String COMPILER = compiler();

  private final MessageDigest digest = sha256();

  private InputDigest() {}

  static String of(List<SourceFile> files, CompilerOptions options) {
    InputDigest inputs = new InputDigest();
    inputs.add(COMPILER);
    inputs.add(options.bundleName());
    inputs.add(options.bundleVersion());
    for (SourceFile file : files) {
      inputs.add(file.name());
      inputs.add(file.encode(file.text()));
    }
    return HexFormat.of().formatHex(inputs.digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /**
   * Which compiler this is. Of a snapshot the version says too little, so it is the jar; classes
   * that are in none, as in a build of the compiler itself, are never those of another run.
   */
  private static String compiler() {
    try {
      CodeSource source = RuleCompiler.class.getProtectionDomain().getCodeSource();
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? jar.getFileName() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar)
          : UUID.randomUUID().toString();
    } catch (URISyntaxException | IOException e) {
      return UUID.randomUUID().toString();
    }
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
