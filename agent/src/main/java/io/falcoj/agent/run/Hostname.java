package io.falcoj.agent.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Name of this machine, or what the environment calls it. */
final class Hostname {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private Hostname() {}

  static String find(Function<String, @Nullable String> variables) {
    String given = variables.apply("FALCO_HOSTNAME");
    if (given != null) {
      return given;
    }
    try {
      return Files.readString(KERNEL).strip();
    } catch (IOException e) {
      return resolved();
    }
  }

  private static String resolved() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
