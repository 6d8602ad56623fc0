package io.falcoj.agent.cli;

import java.io.PrintStream;

/** Answers {@code --version} without the command line library, which takes longer to start. */
final class VersionText {
  /** The Falco whose verdicts are reproduced. */
  private static final String FALCO = "0.44.1";

  private VersionText() {}

  static boolean asked(String[] args) {
    for (String arg : args) {
      if (arg.equals("--version")) {
        return true;
      }
    }
    return false;
  }

  static void print(String command, PrintStream out) {
    String version = VersionText.class.getPackage().getImplementationVersion();
    out.println(
        command
            + " "
            + (version == null ? "(not packaged)" : version)
            + " (rules of Falco "
            + FALCO
            + "; Java "
            + System.getProperty("java.version")
            + ")");
    out.flush();
  }
}
