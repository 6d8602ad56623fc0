package io.falcoj.agent.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command sees of the process that it runs in.
 *
 * @param out alerts and what was asked for
 * @param err everything else
 * @param variables environment variables, null for one that is not set
 * @param home directory of the distribution, or null outside of one
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Function<String, @Nullable String> variables,
    @Nullable Path home) {
  /** Property that the launchers set to the directory of the distribution. */
  private static final String HOME = "falcoj.home";

  private static final int BUFFER = 64 * 1024;

  /** The console of this process. */
  public static Console system() {
    String home = System.getProperty(HOME);
    return new Console(
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.in,
        System::getenv,
        home == null ? null : Path.of(home));
  }

  /** A line for the user beside the output. */
  public void say(String line) {
    err.println(line);
  }

  /** A warning. */
  public void warn(String line) {
    err.println("warning: " + line);
  }

  /** An error. */
  public void fail(@Nullable String line) {
    err.println("error: " + line);
  }
}
