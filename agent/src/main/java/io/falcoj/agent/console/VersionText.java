package io.falcoj.agent.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Answers {@code --version} without the command line library, which takes longer to start. */
public final class VersionText {
  /** The Falco whose verdicts are reproduced. */
  private static final String FALCO = "0.44.1";

  private VersionText() {}

  public static boolean asked(String[] args) {
    for (String arg : args) {
      if (arg.equals("--version")) {
        return true;
      }
    }
    return false;
  }

  /** By the names that Falco's web server gives them. */
  public static Map<String, String> all() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("falcoj_version", own());
    versions.put("falco_version", FALCO);
    versions.put("java_version", System.getProperty("java.version"));
    return versions;
  }

  private static String own() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  public static void print(String command, PrintStream out) {
    out.println(
        command
            + " "
            + own()
            + " (rules of Falco "
            + FALCO
            + "; Java "
            + System.getProperty("java.version")
            + ")");
    out.flush();
  }
}
