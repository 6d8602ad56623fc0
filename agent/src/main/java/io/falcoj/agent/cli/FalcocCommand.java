package io.falcoj.agent.cli;

import io.falcoj.agent.cli.bench.BenchOptions;
import io.falcoj.agent.cli.bench.Benching;
import io.falcoj.agent.cli.capture.RecordTestOptions;
import io.falcoj.agent.cli.capture.Recording;
import io.falcoj.agent.cli.capture.ShrinkOptions;
import io.falcoj.agent.cli.capture.Shrinking;
import io.falcoj.agent.cli.diff.Comparing;
import io.falcoj.agent.cli.diff.DiffOptions;
import io.falcoj.agent.cli.format.FileFormatting;
import io.falcoj.agent.cli.format.FormatOptions;
import io.falcoj.agent.cli.pages.PageOptions;
import io.falcoj.agent.cli.pages.PageWriting;
import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.explain.Explaining;
import io.falcoj.agent.rules.RuleValidation;
import io.falcoj.agent.testing.Mutating;
import io.falcoj.agent.testing.Testing;
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
    description = {"Compiles Falco rules, checks, formats and explains them.", ""},
    footer = {
      "",
      "Exit codes: 0 done; 1 rules or tests invalid; 2 wrong usage; 3 a source failed; 4 tests"
          + " failed; 5 differences found."
    })
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

  @Command(
      name = "test",
      description = {"Runs rule tests, as mvn falco:test does.", ""},
      footer = {
        "",
        "Exit codes: 0 all pass; 1 rules or test files are invalid; 2 wrong usage, or no test is"
            + " found; 4 tests failed."
      })
  int test(@picocli.CommandLine.Mixin TestOptions options) throws CommandException {
    return Testing.run(options.request(), console);
  }

  @Command(
      name = "mutate",
      description = {
        "Changes rules as a careless author might, and tells which changes no case notices.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 rules or test files are invalid; 2 wrong usage; 4 tests failed, or"
            + " cases notice less than the minimum."
      })
  int mutate(@picocli.CommandLine.Mixin MutateOptions options) throws CommandException {
    return Mutating.run(options.request(), options.options(), options.minimum(), console);
  }

  @Command(name = "explain", description = "Says why a rule matches an event, or does not.")
  int explain(@picocli.CommandLine.Mixin ExplainOptions options) throws CommandException {
    return Explaining.run(options.question(), console);
  }

  @Command(
      name = "format",
      description = {
        "Lays out rule files: blanks, line ends and indentation, and nothing else. Comments stay,",
        "the files compile to the same bundle but for line numbers. Files are rewritten in place.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 a file is no YAML or cannot be read or written; 2 wrong usage;"
            + " 5 with --check: files would change."
      })
  int format(@picocli.CommandLine.Mixin FormatOptions options) {
    FileFormatting formatting =
        new FileFormatting(options, console.in(), console.out(), console.err());
    return switch (formatting.run()) {
      case DONE -> ExitCode.OK;
      case DIFFERENT -> ExitCode.DIFFERENT;
      case FAILED -> ExitCode.INVALID;
    };
  }

  @Command(
      name = "bench",
      description = {
        "Measures what rules cost over the events of tests and recordings: CPU time per event",
        "with all rules, without any, and with each rule alone.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 rules or tests invalid; 2 wrong usage, or no events; 3 a recording"
            + " cannot be read or is damaged."
      })
  int bench(@picocli.CommandLine.Mixin BenchOptions options) throws CommandException {
    return Benching.run(options, console);
  }

  @Command(
      name = "diff",
      description = {
        "Says what tells two rule sets apart: rules added, removed, renamed, widened, narrowed,",
        "newly shadowed, other priorities and outputs; and shows the events of tests that come",
        "out differently. Layout and comments are no difference.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 no differences; 1 rules invalid; 2 wrong usage; 3 a fixture is damaged; 5"
            + " differences found."
      })
  int diff(@picocli.CommandLine.Mixin DiffOptions options) throws CommandException {
    return Comparing.run(options, console);
  }

  @Command(
      name = "docs",
      description = {
        "Writes a page for every rule: what it tells, its condition and macros, the cases that",
        "show it, and how a site tunes it; an index; and a layer for the ATT&CK Navigator.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 rules or test files are invalid; 2 wrong usage; 5 with --check:"
            + " pages would change."
      })
  int docs(@picocli.CommandLine.Mixin PageOptions options) throws CommandException {
    return PageWriting.run(options, console);
  }

  @Command(
      name = "record",
      description = {
        "Makes a rule test of a recording: cuts out the events that match a condition or a",
        "rule, with those that change what rules see of them, and writes a test file that",
        "expects what the rules say about them today.",
        "With --live, records this machine by falco-run: COMMAND and the processes that it",
        "starts, or everything for --seconds.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 rules or condition invalid, or no event matches; 2 wrong usage, no"
            + " such rule, or a file is there already; 3 the recording cannot be read or is"
            + " damaged, or this machine cannot be recorded."
      })
  int record(@picocli.CommandLine.Mixin RecordTestOptions options) throws CommandException {
    return Recording.run(options, console);
  }

  @Command(
      name = "shrink",
      description = {
        "Reduces a recording to the fewest events on which a rule still fires, with the",
        "processes, descriptors and users that it needs. Can replace values that are",
        "nobody else's business.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 done; 1 rules invalid, the rule does not fire, or it needs what would be"
            + " redacted; 2 wrong usage; 3 the recording cannot be read or is damaged."
      })
  int shrink(@picocli.CommandLine.Mixin ShrinkOptions options) throws CommandException {
    return Shrinking.run(options, console);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
