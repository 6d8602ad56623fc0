package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.compiler.CompilerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code falcoc compile}. */
final class BundleWriting {
  private final Console console;

  BundleWriting(Console console) {
    this.console = console;
  }

  int run(CompileOptions options) throws CommandException {
    CompilerOptions defaults = CompilerOptions.defaults();
    byte[] bundle =
        RuleCompilation.bundle(
            options.paths(),
            new CompilerOptions(
                options.name(), options.bundleVersion(), options.withSources(), defaults.sources()),
            console);
    write(options.output(), bundle);
    console.say(options.output() + ": " + bundle.length + " bytes");
    return ExitCode.OK;
  }

  private static void write(Path file, byte[] bundle) throws CommandException {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, bundle);
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, file + ": cannot be written: " + e.getMessage());
    }
  }
}
