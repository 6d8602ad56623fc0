package io.falcoj.agent.cli;

import io.falcoj.agent.config.ConfigException;
import io.falcoj.agent.config.ConfigReader;
import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleSources;
import io.falcoj.agent.rules.RuleValidation;
import io.falcoj.agent.run.FilterTable;
import io.falcoj.agent.run.Listings;
import io.falcoj.agent.run.Session;
import io.falcoj.agent.run.Shutdown;
import io.falcoj.agent.sources.KernelFilters;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.runtime.output.AppendOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falco-run}: judges events by rules and prints alerts. */
@Command(
    name = "falco-run",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Judges events by Falco rules and prints an alert for every match.",
      "Without a bundle and without -r the shipped rules are used.",
      ""
    },
    footer = {
      "",
      "Alerts go to standard output, everything else to standard error.",
      "Exit codes: 0 done; 1 rules, configuration or bundle invalid; 2 wrong usage; 3 a source"
          + " or a recording failed."
    })
final class FalcoRunCommand implements Callable<Integer> {
  /** What -p took before fields suggested themselves. */
  private static final Set<String> CONTAINER_FORMATS = Set.of("c", "container", "k", "kubernetes");

  private final Console console;
  private final Shutdown shutdown;

  @Parameters(paramLabel = "BUNDLE.jar", arity = "0..*", description = "Compiled rules.")
  private List<Path> bundles = new ArrayList<>();

  @Option(
      names = {"-r", "--rules"},
      paramLabel = "PATH",
      description = "Rule file or directory, compiled in memory; repeatable, order matters.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration with the keys of falco.yaml.")
  private @Nullable Path config;

  @Option(
      names = {"-o", "--option"},
      paramLabel = "KEY=VALUE",
      description = "Overrides one key of the configuration; repeatable.")
  private List<String> options = new ArrayList<>();

  @Option(
      names = {"-e", "--replay"},
      paramLabel = "FILE",
      description =
          "Capture (.scap) or Kubernetes audit log (JSON), plain, gzip or zstd; '-' is standard"
              + " input; a pattern names several files; repeatable.")
  private List<String> replays = new ArrayList<>();

  @Option(
      names = "--live",
      description =
          "Judges the system calls of this machine, through the eBPF probe; as without any source.")
  private boolean live;

  @Option(
      names = "--k8s-audit-listen",
      paramLabel = "HOST:PORT",
      description =
          "Takes Kubernetes audit events by POST at /k8s-audit and /k8s_audit; without HOST on this"
              + " machine only. More by -o k8s_audit.KEY=VALUE.")
  private @Nullable String auditListen;

  @Option(
      names = "--k8s-audit-follow",
      paramLabel = "PATH",
      description =
          "Follows a Kubernetes audit log through rotation and restarts; a directory or pattern"
              + " means several; repeatable.")
  private List<String> auditFollow = new ArrayList<>();

  @Mixin private RecordOptions recording = new RecordOptions();

  @Option(
      names = {"-M", "--max-seconds"},
      paramLabel = "N",
      description = "Stops after N seconds, by the clock of the events.")
  private long maxSeconds;

  @Option(
      names = {"-V", "--validate"},
      paramLabel = "PATH",
      description = "Checks rule files and ends; repeatable.")
  private List<Path> validated = new ArrayList<>();

  @Option(
      names = {"-L", "--list-rules"},
      description = "Lists the rules and ends.")
  private boolean listRules;

  @Option(
      names = "--explain-filter",
      description =
          "Shows which system calls the kernel leaves out with these rules, and ends; -o"
              + " probe.pushdown=off lets it leave out none.")
  private boolean explainFilter;

  @Option(
      names = "--list-fields",
      paramLabel = "SOURCE",
      arity = "0..1",
      fallbackValue = "",
      description = "Lists the fields (of one event source) and ends.")
  private @Nullable String listFields;

  @Option(names = "--list-events", description = "Lists the event types and ends.")
  private boolean listEvents;

  @Option(names = "--json", description = "Prints alerts as JSON objects, one a line.")
  private boolean json;

  @Option(
      names = "--all-matches",
      description = "Alerts for every rule that matches an event, not only the first.")
  private boolean allMatches;

  @Option(
      names = {"-p", "--print"},
      paramLabel = "FORMAT",
      description =
          "Deprecated, use -o append_output[].extra_output=FORMAT. Appends FORMAT to the output of"
              + " every rule; c, container, k and kubernetes append nothing, as the suggested fields"
              + " say it already.")
  private String print = "";

  @Option(names = "--stats", description = "Prints counters at the end.")
  private boolean stats;

  @Option(names = "--dry-run", description = "Loads everything, judges nothing.")
  private boolean dryRun;

  @Option(names = "--version", description = "Prints the version and ends.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  FalcoRunCommand(Console console, Shutdown shutdown) {
    this.console = console;
    this.shutdown = shutdown;
  }

  @Override
  public Integer call() throws CommandException {
    if (listFields != null) {
      Listings.fields(listFields, console.out());
      return ExitCode.OK;
    }
    if (listEvents) {
      Listings.events(console.out());
      return ExitCode.OK;
    }
    FalcoConfig settings = settings();
    CompilerOptions compiling =
        CompilerOptions.defaults().withConstants(settings.constants().keySet());
    if (!validated.isEmpty()) {
      return RuleValidation.run(validated, compiling, settings.json(), false, console);
    }
    RuleSources sources =
        new RuleSources(console, bundles, rules, settings.rulesFiles(), compiling);
    if (listRules) {
      Listings.rules(sources.load(), settings.json(), console.out());
      return ExitCode.OK;
    }
    recording.check(replays);
    if (explainFilter) {
      boolean records = recording.recording().file() != null;
      FilterTable.print(KernelFilters.of(sources.load(), settings, records), console.out());
      return ExitCode.OK;
    }
    return new Session(console, settings, sources, recording.recording(), shutdown)
        .run(replays, live, maxSeconds, dryRun, stats);
  }

  private FalcoConfig settings() throws CommandException {
    List<String> all = new ArrayList<>(options);
    if (auditListen != null) {
      all.add("k8s_audit.listen=" + auditListen);
    }
    auditFollow.forEach(path -> all.add("k8s_audit.follow[]=" + path));
    if (json) {
      all.add("json_output=true");
    }
    if (allMatches) {
      all.add("rule_matching=all");
    }
    try {
      FalcoConfig settings = ConfigReader.read(config, all, console.variables());
      settings.warnings().forEach(console::warn);
      return printing(settings);
    } catch (ConfigException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private FalcoConfig printing(FalcoConfig settings) {
    if (print.isEmpty()) {
      return settings;
    }
    console.warn("-p is deprecated; use -o append_output[].extra_output=FORMAT");
    return CONTAINER_FORMATS.contains(print)
        ? settings
        : settings.appending(AppendOutput.toAll(print));
  }
}
