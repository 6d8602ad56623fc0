package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.explain.Explaining;
import io.falcoj.agent.rules.RuleValidation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code falcoc}: builds bundles and answers questions about rules. */
@Command(
    name = "falcoc",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"Compiles Falco rules, checks and explains them.", ""},
    footer = {"", "Exit codes: 0 done; 1 rules invalid; 2 wrong usage; 3 a source failed."})
final class FalcocCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--version", description = "Prints the version and ends.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  private final Console console;

  FalcocCommand(Console console) {
    this.console = console;
  }

  @Command(name = "compile", description = "Compiles rule files into a bundle jar.")
  int compile(@picocli.CommandLine.Mixin CompileOptions options) throws CommandException {
    return new BundleWriting(console).run(options);
  }

  @Command(name = "validate", description = "Checks rule files, as falco -V does.")
  int validate(@picocli.CommandLine.Mixin ValidateOptions options) throws CommandException {
    return RuleValidation.run(options.paths(), options.json(), options.lint(), console);
  }

  @Command(name = "explain", description = "Says why a rule matches an event, or does not.")
  int explain(@picocli.CommandLine.Mixin ExplainOptions options) throws CommandException {
    return Explaining.run(options.question(), console);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
