package io.falcoj.rules;

import io.falcoj.rules.SideBySide.Said;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What upstream's default rules and ours see in the same recordings, as a page. */
final class ComparisonPage {
  private static final String UPSTREAM = "corpora/falcosecurity-rules/HEAD/falco_rules.yaml";
  private static final String UPSTREAM_AUDIT = "corpora/plugins/HEAD/k8saudit/k8s_audit_rules.yaml";

  /** Of which ours say nothing on purpose. */
  private static final List<Silence> ON_PURPOSE =
      List.of(
          new Silence(
              "Drop and execute new binary in container",
              "runc",
              "runc, which enters a container from a copy of itself in memory: it is the runtime's own step"
                  + " before the program of the container, which is looked at"));

  /**
   * Events that are left alone.
   *
   * @param rule of upstream
   * @param word that the event's line holds
   */
  private record Silence(String rule, String word, String reason) {
    boolean covers(Set<String> rules, String line) {
      return rules.equals(Set.of(rule)) && line.contains(word);
    }
  }

  private final Path root;
  private final Path corpus;
  private final StringBuilder page = new StringBuilder();
  private final List<String> missed = new ArrayList<>();

  private ComparisonPage(Path root, Path corpus) {
    this.root = root;
    this.corpus = corpus;
  }

  /**
   * The page, and what it says is missed.
   *
   * @param missed alerts of upstream's stable rules of whose event no rule of ours speaks
   */
  record Comparison(String page, List<String> missed) {}

  static Comparison of(Path root, Path corpus) throws IOException, RulesException, SourceException {
    ComparisonPage comparison = new ComparisonPage(root, corpus);
    comparison.head();
    comparison.systemCalls();
    comparison.audit();
    return new Comparison(comparison.page.toString(), List.copyOf(comparison.missed));
  }

  private void head() {
    page.append(
        """
        # Side by side with upstream's default rules

        What the stable rules that Falco ships, and the rules of this project, say about the same events. Both rule sets run
        in this engine, every rule by itself (`--all-matches`), over recordings: attacks that were carried out by real
        commands and recorded (`a01` to `a15` and others in `own`), captures of everyday programs, and the capture that the
        distribution ships. Numbers are alerts. *Seen by ours* counts the events of which upstream's rules speak, and of
        which at least one rule of ours speaks too.

        The page is written by a test (`ComparisonTest`), which fails when a stable rule of upstream speaks of an event and
        none of ours does, and when this page is not what it would write.
        """);
  }

  private void systemCalls() throws IOException, RulesException, SourceException {
    SideBySide both = new SideBySide(corpus.resolve(UPSTREAM), rules("syscall"));
    Map<String, Said> said = new TreeMap<>();
    for (Path capture : captures()) {
      said.put(name(capture), both.replay(capture));
    }
    said.put("first-look", both.replay(root.resolve("agent/src/dist/captures/first-look.scap.gz")));
    page.append("\n## System calls\n\n");
    recordings(said);
    byRule(said);
    onPurpose();
    said.forEach(this::misses);
  }

  private void audit() throws IOException, RulesException, SourceException {
    SideBySide both = new SideBySide(corpus.resolve(UPSTREAM_AUDIT), rules("k8s_audit"));
    Map<String, Said> said = new TreeMap<>();
    for (Path log : files(corpus.resolve("k8s_audit/falco-tests/k8s_audit"), ".json")) {
      said.put(name(log), both.replay(log));
    }
    page.append("\n## Kubernetes audit\n\nUpstream's audit rules have no maturity.\n\n");
    recordings(said);
    byRule(said);
  }

  private Path rules(String source) {
    return root.resolve("rules/src/main/falco").resolve(source);
  }

  private List<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>(files(corpus.resolve("captures"), ".scap"));
    captures.addAll(files(corpus.resolve("captures/own"), ".scap.gz"));
    return captures;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private String name(Path recording) {
    return corpus.relativize(recording).toString().replaceAll("^.*/|\\.(scap|scap\\.gz|json)$", "");
  }

  private void recordings(Map<String, Said> said) {
    page.append("| recording | upstream | ours | seen by ours |\n| --- | --- | --- | ---: |\n");
    List<String> silent = new ArrayList<>();
    said.forEach(
        (name, both) -> {
          if (both.theirs().isEmpty() && both.ours().isEmpty()) {
            silent.add(name);
          } else {
            page.append(
                "| %s | %s | %s | %s |\n"
                    .formatted(name, listed(both.theirs()), listed(both.ours()), share(both)));
          }
        });
    if (!silent.isEmpty()) {
      page.append("\nNeither says anything about: ")
          .append(String.join(", ", silent))
          .append(".\n");
    }
  }

  private static String listed(Map<Long, Set<String>> said) {
    return said.isEmpty()
        ? "–"
        : Said.counts(said).entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("<br>"));
  }

  private static String share(Said both) {
    long seen = both.theirs().keySet().stream().filter(both::seen).count();
    return both.theirs().isEmpty() ? "" : seen + " of " + both.theirs().size();
  }

  private void byRule(Map<String, Said> said) {
    Map<String, int[]> counts = new TreeMap<>();
    Map<String, Set<String>> ours = new TreeMap<>();
    for (Said both : said.values()) {
      both.theirs()
          .forEach(
              (event, names) ->
                  names.forEach(
                      name -> {
                        int[] count = counts.computeIfAbsent(name, n -> new int[2]);
                        count[0] += both.seen(event) ? 1 : 0;
                        count[1]++;
                        ours.computeIfAbsent(name, n -> new TreeSet<>())
                            .addAll(both.ours().getOrDefault(event, Set.of()));
                      }));
    }
    page.append(
        "\n| rule of upstream | seen by ours | rules of ours that speak of the same events |\n");
    page.append("| --- | ---: | --- |\n");
    counts.forEach(
        (name, count) ->
            page.append(
                "| %s | %d of %d | %s |\n"
                    .formatted(name, count[0], count[1], joined(ours.get(name)))));
  }

  private static String joined(Collection<String> names) {
    return names.isEmpty() ? "–" : String.join("<br>", names);
  }

  private void misses(String name, Said both) {
    both.theirs()
        .forEach(
            (event, names) -> {
              String line = both.lines().getOrDefault(event, "");
              if (!both.seen(event) && ON_PURPOSE.stream().noneMatch(s -> s.covers(names, line))) {
                missed.add(name + ", event " + event + ": " + names + " " + line);
              }
            });
  }

  private void onPurpose() {
    page.append("\nLeft alone on purpose:\n\n");
    ON_PURPOSE.forEach(
        silence -> page.append("- *%s*: %s.\n".formatted(silence.rule(), silence.reason())));
  }
}
