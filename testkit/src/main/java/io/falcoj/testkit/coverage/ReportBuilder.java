package io.falcoj.testkit.coverage;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.coverage.CoverageReport.FileCoverage;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.coverage.probe.Leaf;
import io.falcoj.testkit.coverage.probe.ProbedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what cases showed. */
final class ReportBuilder {
  private final Map<List<Object>, CoveredRule> rules = new LinkedHashMap<>();
  private final Map<Leaf.Place, CoveredCheck> checks = new HashMap<>();

  /** Takes the rules of a set that ran in some case. */
  void add(RecordedSet set) {
    int[] seenTrue = count(set, true);
    int[] seenFalse = count(set, false);
    for (ProbedRule rule : set.rules().all()) {
      if (set.counts(rule.index())) {
        add(rule, set.cases(), seenTrue, seenFalse);
      }
    }
  }

  private static int[] count(RecordedSet set, boolean side) {
    int leaves = set.rules().all().stream().mapToInt(r -> r.leaves().size()).sum();
    int[] counts = new int[leaves];
    for (CaseHits hits : set.cases()) {
      (side ? hits.seenTrue() : hits.seenFalse()).stream().forEach(leaf -> counts[leaf]++);
    }
    return counts;
  }

  private void add(ProbedRule rule, List<CaseHits> cases, int[] seenTrue, int[] seenFalse) {
    Map<Clause, Leaf> leaves = new IdentityHashMap<>();
    List<Object> key = new ArrayList<>(List.of(rule.rule().name()));
    for (Leaf leaf : rule.leaves()) {
      leaves.put(leaf.clause(), leaf);
      key.add(leaf.place());
      if (!leaf.constant()) {
        add(rule, leaf, seenTrue[leaf.index()], seenFalse[leaf.index()]);
      }
    }
    SourceSpan place = rule.rule().span();
    CoveredRule covered =
        new CoveredRule(
            rule.rule(),
            place.file().name(),
            place.file().lines().line(place.start()),
            (int) cases.stream().filter(c -> c.positive(rule.index())).count(),
            (int) cases.stream().filter(c -> c.negative(rule.index())).count(),
            covered(rule.clause(), leaves, seenTrue, seenFalse));
    rules.merge(key, covered, CoveredRule::plus);
  }

  private static CoveredClause covered(
      Clause clause, Map<Clause, Leaf> leaves, int[] seenTrue, int[] seenFalse) {
    Leaf leaf = leaves.get(clause);
    List<CoveredClause> parts = new ArrayList<>();
    clause.clauses().forEach(part -> parts.add(covered(part, leaves, seenTrue, seenFalse)));
    return leaf == null
        ? new CoveredClause(clause, false, 0, 0, parts)
        : new CoveredClause(
            clause, leaf.constant(), seenTrue[leaf.index()], seenFalse[leaf.index()], parts);
  }

  private void add(ProbedRule rule, Leaf leaf, int seenTrue, int seenFalse) {
    CoveredCheck known = checks.get(leaf.place());
    List<String> names = new ArrayList<>(known == null ? List.of() : known.rules());
    if (!names.contains(rule.rule().name())) {
      names.add(rule.rule().name());
    }
    int beforeTrue = known == null ? 0 : known.seenTrue();
    int beforeFalse = known == null ? 0 : known.seenFalse();
    checks.put(
        leaf.place(),
        CoveredCheck.of(leaf.clause(), beforeTrue + seenTrue, beforeFalse + seenFalse, names));
  }

  CoverageReport build() {
    List<CoveredCheck> sorted = new ArrayList<>(checks.values());
    sorted.sort(
        Comparator.comparing(CoveredCheck::file)
            .thenComparingInt(CoveredCheck::line)
            .thenComparingInt(CoveredCheck::column)
            .thenComparing(CoveredCheck::text));
    Map<String, Sides> files = new TreeMap<>();
    sorted.forEach(check -> files.merge(check.file(), check.sides(), Sides::plus));
    List<CoveredRule> all = List.copyOf(rules.values());
    return new CoverageReport(
        sorted,
        all,
        files.entrySet().stream().map(e -> new FileCoverage(e.getKey(), e.getValue())).toList(),
        Tags.of(all),
        Tags.techniques(all));
  }
}
