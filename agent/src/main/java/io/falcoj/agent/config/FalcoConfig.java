package io.falcoj.agent.config;

import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.StaleThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The configuration, defaults filled in.
 *
 * @param allMatches true for {@code rule_matching: all}
 * @param priority least severe priority whose rules run, lower case
 * @param rules entries of {@code rules}, in order
 * @param rulesFiles rule files and directories that exist
 * @param replayFile capture to replay; empty for none
 * @param fileOutput file that alerts are appended to; empty for none
 * @param fileKeepAlive whether that file stays open between alerts
 * @param audit where Kubernetes audit events come from
 * @param probe how the probe runs
 * @param containers which container runtimes are asked
 * @param stateLimits how much is kept of processes, descriptors, users and containers
 * @param staleThreads when threads of a live machine are forgotten whose end was missed
 * @param constants values of {@code static.KEY}, by key
 * @param warnings about keys without effect
 */
public record FalcoConfig(
    boolean allMatches,
    String priority,
    List<RuleSelection> rules,
    List<String> rulesFiles,
    boolean json,
    boolean includeOutput,
    boolean includeFields,
    boolean includeTags,
    boolean includeMessage,
    boolean iso8601,
    boolean base64Buffers,
    List<AppendOutput> appendOutput,
    boolean stdout,
    String fileOutput,
    boolean fileKeepAlive,
    boolean buffered,
    String replayFile,
    AuditConfig audit,
    ProbeConfig probe,
    ContainersConfig containers,
    StateLimits stateLimits,
    StaleThreads staleThreads,
    Map<String, String> constants,
    List<String> warnings) {
  /** The same with one more entry of {@code append_output}. */
  public FalcoConfig appending(AppendOutput entry) {
    List<AppendOutput> all = new ArrayList<>(appendOutput);
    all.add(entry);
    return with(all, audit);
  }

  /** The same without the event sources of {@code plugins}. */
  public FalcoConfig withoutPlugins() {
    return with(appendOutput, audit.withoutPlugins());
  }

  private FalcoConfig with(List<AppendOutput> entries, AuditConfig sources) {
    return new FalcoConfig(
        allMatches,
        priority,
        rules,
        rulesFiles,
        json,
        includeOutput,
        includeFields,
        includeTags,
        includeMessage,
        iso8601,
        base64Buffers,
        entries,
        stdout,
        fileOutput,
        fileKeepAlive,
        buffered,
        replayFile,
        sources,
        probe,
        containers,
        stateLimits,
        staleThreads,
        constants,
        warnings);
  }
}
