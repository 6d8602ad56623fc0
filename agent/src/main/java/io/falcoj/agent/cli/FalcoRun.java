package io.falcoj.agent.cli;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.console.VersionText;
import io.falcoj.agent.run.Shutdown;

/** Entry point of {@code falco-run}. */
public final class FalcoRun {
  private FalcoRun() {}

  public static void main(String[] args) {
    Console console = Console.system();
    Shutdown shutdown = new Shutdown();
    shutdown.listen();
    int code = run(args, console, shutdown);
    console.out().flush();
    shutdown.exit(code);
  }

  static int run(String[] args, Console console, Shutdown shutdown) {
    if (VersionText.asked(args)) {
      VersionText.print("falco-run", console.out());
      return ExitCode.OK;
    }
    return CommandRunner.run(new FalcoRunCommand(console, shutdown), args, console);
  }
}
