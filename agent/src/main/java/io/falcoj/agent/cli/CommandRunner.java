package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs a command: usage errors and failures become one message and an exit code. */
final class CommandRunner {
  private CommandRunner() {}

  static int run(Object command, String[] args, Console console) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setExpandAtFiles(false);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(
        (exception, arguments) -> {
          console.fail(exception.getMessage());
          String name = exception.getCommandLine().getCommandSpec().qualifiedName();
          console.say("Try `" + name + " --help`.");
          return ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler(
        (exception, failed, parsed) -> {
          console.out().flush();
          if (exception instanceof CommandException ours) {
            if (!ours.said().isEmpty()) {
              console.fail(ours.said());
            }
            return ours.exitCode();
          }
          console.fail("this is a fault of the program: " + exception);
          if (console.variables().apply("FALCOJ_TRACE") != null) {
            exception.printStackTrace(console.err());
          } else {
            console.say("Set FALCOJ_TRACE=1 to see where it happened.");
          }
          return ExitCode.INVALID;
        });
    return line.execute(args);
  }
}
