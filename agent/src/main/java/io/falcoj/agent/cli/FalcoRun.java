package io.falcoj.agent.cli;

/** Entry point of {@code falco-run}. */
public final class FalcoRun {
  private FalcoRun() {}

  public static void main(String[] args) {
    Console console = Console.system();
    int code = run(args, console);
    console.out().flush();
    System.exit(code);
  }

  static int run(String[] args, Console console) {
    if (VersionText.asked(args)) {
      VersionText.print("falco-run", console.out());
      return ExitCode.OK;
    }
    return CommandRunner.run(new FalcoRunCommand(console), args, console);
  }
}
