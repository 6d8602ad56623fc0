package io.falcoj.agent.cli;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.console.VersionText;

/** Entry point of {@code falcoc}. */
public final class Falcoc {
  private Falcoc() {}

  public static void main(String[] args) {
    Console console = Console.system();
    int code = run(args, console);
    console.out().flush();
    System.exit(code);
  }

  static int run(String[] args, Console console) {
    if (VersionText.asked(args) && args.length == 1) {
      VersionText.print("falcoc", console.out());
      return ExitCode.OK;
    }
    return CommandRunner.run(new FalcocCommand(console), args, console);
  }
}
